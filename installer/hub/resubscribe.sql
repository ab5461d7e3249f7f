-- On the reading side: forgets what it holds of one district (here 7308), whose place at the district stays; then
-- subscription.sql of that district fetches everything again. Other districts go on meanwhile.
ALTER SUBSCRIPTION district_7308 DISABLE;
ALTER SUBSCRIPTION district_7308 SET (slot_name = NONE);
DROP SUBSCRIPTION district_7308;
DO $$
DECLARE held text;
BEGIN
    FOR held IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'village'
    LOOP
        EXECUTE format('DELETE FROM %I WHERE village LIKE %L', held, '7308%');
    END LOOP;
END $$;
