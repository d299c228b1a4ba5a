#!/bin/bash
# The page of a case shows everything that was done in it: one line at least of every kind of work there is.
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-case-page-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp LC_ALL=C.UTF-8 GWGK_DB=$tmp/office
fail=0
say() { if [ "$1" = 0 ]; then echo "ok case-page: $2"; else echo "not ok case-page: $2"; fail=1; fi; }
at() { "$gwgk" --today "$@" >"$tmp/out" 2>&1 || { echo "not ok case-page: $*"; sed 's/^/# /' "$tmp/out"; fail=1; }; }
page() { printf 'open requests\nkey Enter\nscreen\n' >"$tmp/keys"; "$gwgk" --today 2018-04-10 run "$tmp/keys" --size 100x80 >"$tmp/page" 2>"$tmp/err"; }
shows() { grep -q -- "$1" "$tmp/page"; say $? "the page shows $1"; }

at 2018-03-05 init --office 黄岛海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 黄关
for s in 'phone 0532-1' 'address 某路1号' 'fee_account 某银行1' 'court_address 某路2号'; do at 2018-03-05 setting set $s; done
at 2018-03-05 unit add --name 监管科
at 2018-03-05 request register --channel in_person --applicant_kind natural --name 张三 --id_kind other --id_number A1 --phone 1 --content 处罚决定书 --form paper --route post
id=2018-0001
at 2018-03-06 request consult $id --party 甲公司 --sent 2018-03-06 --until 2018-03-20
at 2018-03-06 request assign $id --unit 监管科 --until 2018-03-12 --ask 查找原件
at 2018-03-07 request search $id --where 档案室 --words 处罚 --by 李四 --result 找到一件
at 2018-03-07 request joint_review $id --unit 法规处 --result 可以公开 --body 青岛海关 --reported_on 2018-03-07 --approval_ref 黄关〔2018〕7号
at 2018-03-07 request fee $id --basis cost --copy_fee 12.50
page
shows '成本费  12.50 元  通知 2018-03-07  未缴'
at 2018-03-08 request waive $id --hardship dibao --reason 低保 --approved_by 李主任
at 2018-03-09 request opinion $id --party 甲公司 --answer consent
at 2018-03-09 request reply $id --unit 监管科 --reply 原件附后
at 2018-03-12 request decide $id --outcome granted --reasons 决定书一份共8页
at 2018-03-12 letter issue $id granted --slot given=决定书一份
at 2018-03-12 request deliver $id --method direct --signer 张三
at 2018-03-12 request material add $id --kind proof --title 送达回证 --pages 1 --place 盒1
at 2018-03-13 request file_copy $id --on 2018-03-13
at 2018-04-02 appeal add --kind review --case $id --received 2018-04-02 --body 青岛海关
at 2018-04-03 register add complaints --received 2018-04-03 --channel letter --kind complaint --content 收费不合理 --case $id
at 2018-04-03 register add mail --received 2018-04-03 --channel post_signed --kind receipt --case $id
at 2018-04-04 register close S2018-0001
page
say $? 'the page opens'
shows '甲公司  发出 2018-03-06  同意公开 2018-03-09'
shows '监管科：查找原件  限 2018-03-12  已回复 2018-03-09：原件附后'
shows '检索“处罚”：找到一件'
shows '法规处：可以公开  报告青岛海关  2018-03-07  黄关〔2018〕7号'
shows '成本费  12.50 元  通知 2018-03-07  减免 12.50 元'
shows '2018-03-12  予以公开'
shows '直接送达  签收 张三'
shows '送达凭证：送达回证  1 页  盒1'
shows 'A2018-0001  行政复议  青岛海关'
shows 'T2018-0001  投诉举报  投诉  2018-04-03：收费不合理  未办结'
shows 'S2018-0001  收件  送达回执、退件  2018-04-03  办结 2018-04-04'
shows '报送备案'
"$gwgk" --today 2018-04-10 --json request show $id | grep -q '"id":"T2018-0001","register":"complaints","kind":"complaint"'
say $? 'the record names the complaint'
"$gwgk" --today 2018-04-10 request show $id >"$tmp/page"
shows '^结果            予以公开$'
shows '^征求意见        对象 甲公司  类别 第三方  发出 2018-03-06  答复 2018-03-09  意见 同意公开$'
shows '^决定            结果 予以公开'
shows '^费用            计费方式 成本费  金额 12.50'

# --- the applicant's own periods: 60 days, six months, 15 days after a review; none while the case is open again
"$gwgk" --today 2018-04-10 --json request clock $id >"$tmp/page"
shows '"remedies":\[{"key":"review","from":"2018-03-12","until":"2018-05-11","provisional":false,"article":"[^"]*"},{"key":"suit","from":"2018-03-12","until":"2018-09-12"'
at 2018-05-07 appeal result A2018-0001 --result corrected --on 2018-05-07
"$gwgk" --today 2018-05-08 request clock $id >"$tmp/page"
shows '^复议后起诉期限  2018-05-22  '
printf 'open requests\nkey Enter\nscreen\n' >"$tmp/keys"
page
shows '起诉期限  至 2018-09-12'
at 2018-05-08 request reopen $id --reason 复议决定 --days 10
"$gwgk" --today 2018-05-08 --json request clock $id >"$tmp/page"
shows '"remedies":\[\]'
exit $fail
