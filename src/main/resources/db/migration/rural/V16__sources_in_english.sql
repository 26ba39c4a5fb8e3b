-- What the program itself gives as the source of a set, an authority or a target is read in English
-- too; what people wrote stays as they wrote it.
alter table rural.criteria_set
  add column legal_act_en text check (length(legal_act_en) <= 500);
alter table rural.recognition
  add column legal_basis_en text;
alter table rural.target
  add column source_en text;
