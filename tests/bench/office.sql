-- A large office on top of `gwgk init`: temp.size(requests, infos, publications) says how large. Plausible and deterministic, written in one
-- transaction past the verbs: only for measuring.
BEGIN IMMEDIATE;
CREATE TEMP TABLE n(i INTEGER PRIMARY KEY);
WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<(SELECT max(requests,infos,publications) FROM size))
INSERT INTO n SELECT i FROM c;
CREATE TEMP TABLE word(k INTEGER PRIMARY KEY, surname TEXT, given TEXT, goods TEXT, what TEXT);
INSERT INTO word VALUES
	(0,'王','伟','进口冷冻水产品','行政处罚决定书'), (1,'李','芳','出口危险化学品','行政许可办理结果'), (2,'张','娜','跨境电商零售商品','查验率统计'),
	(3,'刘','秀英','二手挖掘机','政府采购合同'), (4,'陈','敏','来料加工料件','预算执行情况'), (5,'杨','静','进境粮食','双随机抽查结果'),
	(6,'赵','丽','化妆品原料','罚没物品拍卖公告'), (7,'黄','强','集成电路','收费项目和标准'), (8,'周','磊','出口退税货物','执法人员名单'),
	(9,'吴','洋','中药材','保证金收取和退还');
CREATE TEMP TABLE first AS SELECT (SELECT coalesce(max(id),0) FROM matter) m, (SELECT coalesce(max(id),0) FROM info) f,
	(SELECT coalesce(max(id),0) FROM duty) d, (SELECT min(id) FROM element) e, (SELECT count(*) FROM element) es;

-- Requests: five thousand a year, the newest two hundred still open.
CREATE TEMP TABLE r AS SELECT i, first.m+i id, 2007+i/5000 year, date('2007-01-04','+'||(i*7300/requests)||' days') day,
	i>requests-200 open FROM n, size, first WHERE i<=requests;
INSERT INTO matter(id,kind,number,year,registered_on,channel,arrived,received,ruleset,state,outcome,closed_on)
SELECT id,'request',printf('%d-%04d',year,90000+i%5000),year,day,CASE i%3 WHEN 0 THEN 'in_person' WHEN 1 THEN 'post_signed' ELSE 'web' END,day,
	day,CASE WHEN day<'2019-05-15' THEN '2008' ELSE '2019' END,CASE WHEN open THEN 'open' ELSE 'archived' END,
	CASE WHEN open THEN NULL ELSE CASE i%4 WHEN 0 THEN 'granted' WHEN 1 THEN 'partial' WHEN 2 THEN 'refused' ELSE 'not_held' END END,
	CASE WHEN open THEN NULL ELSE date(day,'+20 days') END FROM r;
INSERT INTO request(matter_id,content,content_key)
SELECT r.id,'申请公开本关'||year||'年'||a.goods||'的'||b.what||'（第'||i||'批）','申请公开本关'||year||'年'||a.goods||'的'||b.what||'第'||i||'批'
FROM r, word a, word b WHERE a.k=i%10 AND b.k=i/10%10;
INSERT INTO party(matter_id,role,applicant_kind,name,name_key,id_kind,id_number,identity_key,phone,phone_key)
SELECT r.id,'applicant','natural',a.surname||b.given||c.given,a.surname||b.given||c.given,'id_card',printf('3702021980%08d',i),
	printf('3702021980%08d',i),printf('139%08d',i),printf('139%08d',i)
FROM r, word a, word b, word c WHERE a.k=i%10 AND b.k=i/10%10 AND c.k=i/100%10;
INSERT INTO event(matter_id,ordinal,kind,day) SELECT id,1,'received',day FROM r;
INSERT INTO event(matter_id,ordinal,kind,day) SELECT id,2,'answered',date(day,'+20 days') FROM r WHERE NOT open;
INSERT INTO deadline(owner,owner_id,clock,due,provisional,state,left_days)
SELECT 'request',id,'answer',date(day,'+28 days'),0,CASE WHEN open THEN 'running' ELSE 'done' END,NULL FROM r;

-- Information with its duty, review and publications; one in two thousand not yet out.
CREATE TEMP TABLE f AS SELECT i, first.f+i id, first.d+i duty, first.e+i%first.es element, date('2008-05-01','+'||(i*6800/infos)||' days') day,
	i%2000=0 late FROM n, size, first WHERE i<=infos;
INSERT INTO info(id,number,index_number,element_id,title,title_key,formed,disposition,state,registered_on)
SELECT f.id,printf('I%s-9%06d',substr(day,1,4),i),printf('000014349/%s-9%06d',substr(day,1,4),i),element,
	'关于'||a.goods||b.what||'的公示第'||i||'号','关于'||a.goods||b.what||'的公示第'||i||'号',day,'open',
	CASE WHEN late THEN 'ready' ELSE 'published' END,day
FROM f, word a, word b WHERE a.k=i%10 AND b.k=i/10%10;
INSERT INTO duty(id,info_id,kind,start,element_id) SELECT duty,id,'initial',day,element FROM f;
INSERT INTO review(info_id,duty_id,step,result,reviewer,reviewed_on) SELECT id,duty,'office','pass','王伟',day FROM f;
INSERT INTO deadline(owner,owner_id,clock,due,provisional,state,left_days)
SELECT 'info',id,'publish',date(day,'+28 days'),0,CASE WHEN late THEN 'running' ELSE 'done' END,NULL FROM f;
INSERT INTO publication(info_id,duty_id,channel,published_on,place)
SELECT f.id,f.duty,CASE n.i%4 WHEN 0 THEN 'site' WHEN 1 THEN 'board' WHEN 2 THEN 'screen' ELSE 'social' END,date(f.day,'+'||(n.i%20)||' days'),'一楼大厅'
FROM n, size, f WHERE n.i<=publications AND f.i=1+n.i%infos AND NOT f.late;
COMMIT;
