-- Booking asks the same of one row and of many: its plans are kept, whatever the session does elsewhere.
alter function capital.post(bigint, bigint[], int[], text[], int[], bigint[], date[], text[], text[],
                            text[], int[], text[], bigint[], bigint[], text[])
  set plan_cache_mode = auto;
