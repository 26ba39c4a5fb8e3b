-- Without a path of their own these are taken into the query that asks them: one project is found without
-- reading all of them, and places nobody asks for are not looked up on the map.
alter function project.on_day(date) reset search_path;
alter function project.groups_on(date) reset search_path;
