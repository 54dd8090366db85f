-- +goose Up

-- Words somebody does not want to meet, sealed and padded. Nobody else is ever told
-- of them.
ALTER TABLE account ADD COLUMN muted BLOB;
