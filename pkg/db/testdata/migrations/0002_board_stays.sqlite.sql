-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER board_no_new_slug BEFORE UPDATE OF slug ON board BEGIN SELECT RAISE(ABORT, 'a slug stays'); END;
-- +goose StatementEnd
