-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION board_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a slug stays'; END $$;
-- +goose StatementEnd
CREATE TRIGGER board_no_new_slug BEFORE UPDATE OF slug ON board FOR EACH ROW EXECUTE FUNCTION board_stays();
