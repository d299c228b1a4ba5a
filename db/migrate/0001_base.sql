-- 0001: the first schema. Editable until the first release.
PRAGMA application_id=0x67776767;
