-- A reading may be long: whoever plans with what it would do has to know, or loops through it row by row.
alter function capital.intake_lines(bigint) rows 20000;
alter function capital.intake_plan(bigint) rows 20000;
