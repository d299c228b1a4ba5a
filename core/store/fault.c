#include "store/db.h"

#include <string.h>

/* Result codes and what they mean at a desk; extended codes first, then their primary codes. */
static const struct {
	int rc;
	enum err_code code;
	const char *text;
} table[] = {
	{SQLITE_BUSY_SNAPSHOT, ERR_BUSY, N_("数据库正忙，请稍后再试")},
	{SQLITE_CONSTRAINT_UNIQUE, ERR_CONFLICT, N_("已有相同的记录")},
	{SQLITE_CONSTRAINT_PRIMARYKEY, ERR_CONFLICT, N_("已有相同的记录")},
	{SQLITE_CONSTRAINT_FOREIGNKEY, ERR_SYSTEM, N_("所指的记录不存在")},
	{SQLITE_CONSTRAINT_TRIGGER, ERR_SYSTEM, N_("办公文件的保护规则不允许")},
	{SQLITE_READONLY_DIRECTORY, ERR_SYSTEM, N_("办公文件所在的文件夹是只读的")},
	{SQLITE_BUSY, ERR_BUSY, N_("数据库正忙，请稍后再试")},
	{SQLITE_LOCKED, ERR_BUSY, N_("数据库正忙，请稍后再试")},
	{SQLITE_INTERRUPT, ERR_BUSY, N_("查询已中断")},
	{SQLITE_CONSTRAINT, ERR_SYSTEM, N_("内容不符合办公文件的约束")},
	{SQLITE_TOOBIG, ERR_INPUT, N_("内容太长，不能保存")},
	{SQLITE_FULL, ERR_SYSTEM, N_("磁盘已满，没有保存")},
	{SQLITE_NOMEM, ERR_SYSTEM, N_("内存不足，没有保存")},
	{SQLITE_READONLY, ERR_SYSTEM, N_("办公文件是只读的")},
	{SQLITE_PERM, ERR_SYSTEM, N_("无权读写办公文件")},
	{SQLITE_AUTH, ERR_SYSTEM, N_("这条语句不许在办公文件上执行")},
	{SQLITE_CANTOPEN, ERR_SYSTEM, N_("打不开办公文件（无权读写，或文件夹是只读的）")},
	{SQLITE_NOTADB, ERR_SYSTEM, N_("不是关务公开的办公文件")},
	{SQLITE_CORRUPT, ERR_SYSTEM, N_("办公文件已损坏，请停止使用并从备份恢复")},
	{SQLITE_IOERR, ERR_SYSTEM, N_("读写磁盘出错")},
	{SQLITE_SCHEMA, ERR_SYSTEM, N_("办公文件的结构已改变，请重新登录")},
	{SQLITE_ERROR, ERR_SYSTEM, N_("办公文件的结构与程序不符")},
};

bool db_error(struct store *s, int rc, struct err *e)
{
	const char *path = s ? s->path : "";
	bool own = s && s->db && sqlite3_extended_errcode(s->db) == rc;
	const char *detail = own ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < sizeof table / sizeof *table; i++)
			if (table[i].rc == (pass ? rc & 0xff : rc))
				return err_set(e, table[i].code, _("%s（%s，%d %s）"), tr(table[i].text), path, rc, detail);
	return err_set(e, ERR_SYSTEM, _("办公文件出错（%s，%d %s）"), path, rc, detail);
}
