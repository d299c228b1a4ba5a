/* What every paper that comes in says of its way in and of who sent it: requests (条例29) and corrections (条例41) alike. */
#ifndef OFFICE_INTAKE_FIELDS_H
#define OFFICE_INTAKE_FIELDS_H

#include "office/matter.h"
#include "office/party.h"

#define INTAKE_ORGS "enterprise|research|welfare|legal_service|other_org"

/* The first rows of a field table (base/record.h) of struct noun, which has the members channel, arrived, signed_on, confirmed,
 * confirmed_with and applicant (struct party). What hangs on the channel or the kind of applicant is asked only there. */
#define INTAKE_FIELDS(noun) \
	{"channel", N_("收到渠道"), FIELD_CODE, FIELD_AT(noun, channel), FIELD_REQUIRED, .choices = matter_channels, \
		.help = N_("收到之日因渠道而定（条例第三十一条）")}, \
	{"arrived", N_("到达日期"), FIELD_DATE, FIELD_AT(noun, arrived), FIELD_PAST}, \
	{"signed", N_("签收日期"), FIELD_DATE, FIELD_AT(noun, signed_on), FIELD_PAST, \
		.help = N_("挂号信、EMS：签收之日即收到之日"), .when = {"channel", "post_signed|telegram|other"}}, \
	{"confirmed", N_("确认日期"), FIELD_DATE, FIELD_AT(noun, confirmed), FIELD_PAST, \
		.help = N_("平信、传真、互联网：与申请人确认之日"), .when = {"channel", "post_plain|fax|email|web|telegram|other"}}, \
	{"confirmed_with", N_("确认方式"), FIELD_TEXT, FIELD_AT(noun, confirmed_with), .help = N_("时间、号码、通话人"), \
		.when = {"channel", "post_plain|fax|email|web|telegram|other"}}, \
	{"applicant_kind", N_("申请人类别"), FIELD_CODE, FIELD_AT(noun, applicant.applicant_kind), FIELD_REQUIRED, .choices = applicant_kinds}, \
	{"name", N_("姓名或名称"), FIELD_TEXT, FIELD_AT(noun, applicant.name), FIELD_REQUIRED, .width = 40}, \
	{"id_kind", N_("证件名称"), FIELD_CODE, FIELD_AT(noun, applicant.id_kind), .choices = id_kinds}, \
	{"id_number", N_("证件号码"), FIELD_TEXT, FIELD_AT(noun, applicant.id_number), FIELD_PERSONAL}, \
	{"contact", N_("联系人"), FIELD_TEXT, FIELD_AT(noun, applicant.contact), .when = {"applicant_kind", INTAKE_ORGS}}, \
	{"legal_rep", N_("法定代表人"), FIELD_TEXT, FIELD_AT(noun, applicant.legal_rep), .when = {"applicant_kind", INTAKE_ORGS}}, \
	{"agent", N_("代理人"), FIELD_TEXT, FIELD_AT(noun, applicant.agent), .help = N_("附授权委托书和双方证件")}, \
	{"phone", N_("联系电话"), FIELD_TEXT, FIELD_AT(noun, applicant.phone), FIELD_PERSONAL}, \
	{"email", N_("电子邮箱"), FIELD_TEXT, FIELD_AT(noun, applicant.email), FIELD_PERSONAL, .width = 30}, \
	{"fax", N_("传真"), FIELD_TEXT, FIELD_AT(noun, applicant.fax), FIELD_PERSONAL}, \
	{"address", N_("通信地址"), FIELD_TEXT, FIELD_AT(noun, applicant.address), FIELD_PERSONAL, .width = 50}, \
	{"postcode", N_("邮政编码"), FIELD_TEXT, FIELD_AT(noun, applicant.postcode), .width = 8}, \
	{"employer", N_("工作单位"), FIELD_TEXT, FIELD_AT(noun, applicant.employer), .when = {"applicant_kind", "natural"}}

#endif
