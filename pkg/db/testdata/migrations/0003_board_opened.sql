-- +goose Up
ALTER TABLE board ADD COLUMN opened_at INTEGER;
