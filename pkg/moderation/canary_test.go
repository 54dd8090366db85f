package moderation

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/text"
)

// spelled are ways in which careless storage might keep a word.
func spelled(word string) map[string]string {
	raw := []byte(word)
	return map[string]string{
		"words": word, "stem": word[:len(word)-2], "hex": hex.EncodeToString(raw), "url": url.QueryEscape("å " + word)[len("%C3%A5+"):],
		"wide": strings.Join(strings.Split(word, ""), "\x00"), "base64": base64.StdEncoding.EncodeToString(raw[:len(raw)/3*3]),
		"base64 url": base64.RawURLEncoding.EncodeToString(raw[:len(raw)/3*3]),
	}
}

// foundIn returns where a word stands in files and in a log.
func foundIn(t *testing.T, word, log string, files ...string) (found []string) {
	t.Helper()
	texts := map[string]string{"the log": log}
	for _, f := range files {
		texts[filepath.Base(f)] = string(must(os.ReadFile(f))(t))
	}
	for where, all := range texts {
		for how, as := range spelled(word) {
			if strings.Contains(all, as) || !strings.HasPrefix(how, "base64") && strings.Contains(strings.ToLower(all), as) {
				found = append(found, where+" as "+how)
			}
		}
	}
	return found
}

// Words that were taken out are found where they may be first. When undo is over they
// stand in no raw file, no backup made since, and no log: not those of the post, of its
// earlier version and its quote, nor what a draft, a flag, a note, a letter or a talk said.
func TestTakenOutWordsAreInNoRawFile(t *testing.T) {
	const canary = "zqhoneysuckles"
	var log bytes.Buffer
	was := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	defer slog.SetDefault(was)
	file := t.TempDir() + "/kindword.db"
	d := must(db.Open(t.Context(), "sqlite:"+file))(t)
	defer d.Close()
	w := townOn(t, d)
	ctx := t.Context()
	box := notice.New(d, w.People.Queue, w.Accounts, w.forum, w.Keys, w.now)
	events.On(w.People.Queue, "test.erased", func(ctx context.Context, _ forum.Erased) error { return d.Purge(ctx) })

	thread := w.opens(w.Dan, "Words", "")
	p := w.answers(w.Ann, thread, "First I was at ZqHoneysuckles alone.")
	p = w.edit(w.Ann, p, "I am still at Zqhoneysuckles, room 9.")
	quote := text.PartOf(p.Source, p.PID, p.Revision, "at Zqhoneysuckles").String()
	w.answers(w.Ben, thread, quote+"\n\nI hope so.")
	must(w.forum.SaveDraft(ctx, w.Cat, forum.Draft{Kind: forum.DraftReply, Post: p.PID, Fields: forum.Fields{Words: quote + "\n\nMe too."}}))(t)
	must(w.Flag(ctx, w.Ben, Target{OnPost, p.PID}, ConductDoor, Identifies, "They say zqhoneysuckles"))(t)
	w.must(w.AddNote(ctx, w.Mo, w.first(InFlagged).PID, "Is zqhoneysuckles real?"))
	must(box.BeginTalk(ctx, w.Ann, notice.TalkAbout{}, "", "About zqhoneysuckles"))(t)
	w.steps()
	w.must(d.Purge(ctx))
	if len(foundIn(t, canary, "", must(filepath.Glob(file+"*"))(t)...)) == 0 {
		t.Fatal("it is not found where it may be: the test proves nothing")
	}

	form := choose(w.first(InFlagged), Redact)
	form.Passages = []string{"Zqhoneysuckles"}
	x := w.decides(w.Mo, w.first(InFlagged), form)
	w.steps()
	if words := must(w.forum.Redacted(ctx, d, x.effect.Redaction[0]))(t); len(words) != 1 {
		t.Errorf("while it can be undone its author reads %q", words)
	}
	w.pass(UndoWithin + time.Minute)
	w.must(w.forum.Tidy(ctx))
	w.steps()
	backup := t.TempDir() + "/backup.db"
	w.must(d.Backup(ctx, backup))
	if found := foundIn(t, canary, log.String(), append(must(filepath.Glob(file+"*"))(t), backup)...); len(found) > 0 {
		t.Errorf("it stands in %s", strings.Join(found, ", "))
	}
	if now := w.post(p.ID); !strings.Contains(now.Source, "room 9") {
		t.Errorf("the rest is gone too: %q", now.Source)
	}
}
