-- +goose Up
-- What was said between a member and the moderators stands. The one change is that
-- words go, and that leaves its mark; only a line without words can be removed.
-- +goose StatementBegin
CREATE FUNCTION talk_is_permanent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a talk is permanent'; END $$;
-- +goose StatementEnd
CREATE TRIGGER talk_line_no_change BEFORE UPDATE ON talk_line FOR EACH ROW
WHEN (NEW.wiped_at IS NULL OR OLD.wiped_at IS NOT NULL AND OLD.source = ''
	OR NEW.id <> OLD.id OR NEW.talk <> OLD.talk OR NEW.written_by <> OLD.written_by OR NEW.side <> OLD.side OR NEW.written_at <> OLD.written_at)
EXECUTE FUNCTION talk_is_permanent();
CREATE TRIGGER talk_line_no_delete BEFORE DELETE ON talk_line FOR EACH ROW WHEN (OLD.source <> '')
EXECUTE FUNCTION talk_is_permanent();
CREATE TRIGGER talk_line_no_truncate BEFORE TRUNCATE ON talk_line FOR EACH STATEMENT EXECUTE FUNCTION talk_is_permanent();
