-- On the reading side, once for each district (here 7308, of three machines), in the database that holds the tables.
-- A district of one machine keeps no place before somebody asks: there without "create_slot = false".
CREATE SUBSCRIPTION district_7308
    CONNECTION 'host=10.0.0.1,10.0.0.2,10.0.0.3 target_session_attrs=read-write dbname=balai user=reader password=CHANGE-ME-5 sslmode=verify-ca sslrootcert=/etc/balai/db-ca-7308.pem'
    PUBLICATION balai WITH (create_slot = false, slot_name = reading_side);
