-- In each district, once, as postgres in its database: psql -d balai -f publication.sql
-- What a reading side of province or nation is told; accounts, sessions and codes are not among it.
CREATE ROLE reader LOGIN REPLICATION PASSWORD 'CHANGE-ME-5';
CREATE PUBLICATION balai FOR TABLE village, entry, head, seal, device, person, revoked, family, lost, alias, proposal,
    contested, former_member, evidence, arrived, peer, pack;
GRANT SELECT ON village, entry, head, seal, device, person, revoked, family, lost, alias, proposal,
    contested, former_member, evidence, arrived, peer, pack TO reader;
