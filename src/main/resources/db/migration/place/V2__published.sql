-- What other modules may read of places.
create view place.known_unit with (security_invoker = true) as
  select v.unit_id, u.key, v.code, v.name, v.folded, v.parent_id, v.valid,
         t.code as type, t.name_vi as type_vi, t.name_en as type_en, t.level, l.rank
    from place.version v
    join place.unit u on u.id = v.unit_id
    join place.type t on t.code = v.type
    join place.level l on l.code = t.level;

create view place.known_attribute with (security_invoker = true) as
  select unit_id, key, value, valid, illustrative from place.attribute;

create view place.known_lineage with (security_invoker = true) as
  select from_id, to_id, on_day, share, legal_basis, confidence from place.lineage;

grant select on place.known_unit, place.known_attribute, place.known_lineage to dondoc_app;
