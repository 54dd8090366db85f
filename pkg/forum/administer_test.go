package forum

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	messages "github.com/kindword/kindword/pkg/words"
)

var newBoard = Board{Category: Personal, Title: " Fertility  and family ", Purpose: "For hopes.", Audience: Public, Opens: OpensMembers, Patch: "q-pin moss"}

func TestBoards(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	before := v.BoardsVersion()
	b := must(v.AddBoard(ctx, v.ola, newBoard))(t)
	again := must(v.AddBoard(ctx, v.ola, newBoard))(t)
	if b.Slug != "fertility-and-family" || again.Slug != "fertility-and-family-2" || v.BoardsVersion() == before {
		t.Errorf("added %s and %s", b.Slug, again.Slug)
	}
	changed := b
	changed.Title, changed.Indexed, changed.Opens, changed.Agreements = "Hopes", true, OpensSteady, "Be kind.\n\nBe slow."
	want(t, "change", v.ChangeBoard(ctx, v.ola, b.Slug, changed), fault.Internal)
	got := must(v.Board(ctx, b.Slug))(t)
	if got.Title != "Hopes" || !got.Indexed || got.Opens != OpensSteady || got.Agreements != "Be kind.\n\nBe slow." || got.Version == 1 {
		t.Errorf("changed: %+v", got)
	}
	want(t, "order", v.OrderBoards(ctx, v.ola, []string{again.Slug, b.Slug}), fault.Internal)
	if all := must(v.Boards(ctx, v.ann))(t); all[0].Slug != again.Slug {
		t.Errorf("ordered: %v", all)
	}
	want(t, "archive", v.ArchiveBoard(ctx, v.ola, b.Slug), fault.Internal)
	_, err := v.Open(ctx, v.ann, b.ID, NewThread{Title: "A title", Words: "words"})
	want(t, "open on an archived board", err, fault.Forbidden)
	want(t, "reopen", v.ReopenBoard(ctx, v.ola, b.Slug), fault.Internal)
	if must(v.Board(ctx, b.Slug))(t).Archived() {
		t.Error("still archived")
	}
	if acts := strings.Join(v.recorded(), " "); acts != "board.reopened board.archived board.ordered board.changed board.added board.added" {
		t.Errorf("written down: %s", acts)
	}
}

func TestBoardFaults(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	for field, change := range map[string]func(*Board){
		"title":      func(b *Board) { b.Title = " " },
		"purpose":    func(b *Board) { b.Purpose = "" },
		"not_for":    func(b *Board) { b.NotFor = strings.Repeat("x", maxBoardLine+1) },
		"agreements": func(b *Board) { b.Agreements = strings.Repeat("x", maxBoardText+1) },
		"category":   func(b *Board) { b.Category = "fun" },
		"audience":   func(b *Board) { b.Audience = "friends" },
		"opens":      func(b *Board) { b.Opens = "" },
		"patch":      func(b *Board) { b.Patch = `x" onclick="` },
	} {
		b := newBoard
		change(&b)
		_, err := v.AddBoard(ctx, v.ola, b)
		if want(t, field, err, fault.Invalid); fault.Of(err).Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	b := must(v.AddBoard(ctx, v.ola, newBoard))(t)
	for _, by := range []account.Account{v.mo, v.ann, guest} {
		_, err := v.AddBoard(ctx, by, newBoard)
		for _, err := range []error{err, v.ChangeBoard(ctx, by, b.Slug, b), v.OrderBoards(ctx, by, nil), v.ArchiveBoard(ctx, by, b.Slug),
			v.ReopenBoard(ctx, by, b.Slug), v.MergeBoard(ctx, by, b.Slug, b.Slug)} {
			want(t, "by "+by.Name.Shown, err, fault.NotFound)
		}
	}
	want(t, "into itself", v.MergeBoard(ctx, v.ola, b.Slug, b.Slug), fault.Invalid)
	want(t, "of nothing", v.ArchiveBoard(ctx, v.ola, "nothing"), fault.NotFound)
}

// When a board becomes narrower its threads do, at once and everywhere; when it
// becomes wider they stay for whom they were written.
func TestBoardsAudience(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	b := must(v.AddBoard(ctx, v.ola, newBoard))(t)
	early := v.thread(b.ID, v.ann, v.ben)
	must(v.Thread(ctx, guest, early.PID))(t) // known in memory from here on
	before := v.ListVersion(guest, b.ID)
	b.Audience = Members
	want(t, "narrow", v.ChangeBoard(ctx, v.ola, b.Slug, b), fault.Internal)
	if card, ok := v.Version(early.PID); ok && SeesCard(guest, card) {
		t.Error("a guest's page is still remembered")
	}
	if v.ListVersion(guest, b.ID) == before {
		t.Error("a guest's list is still remembered")
	}
	_, err := v.Thread(ctx, guest, early.PID)
	want(t, "a guest reads", err, fault.NotFound)

	b.Audience = Public
	want(t, "widen", v.ChangeBoard(ctx, v.ola, b.Slug, b), fault.Internal)
	_, err = v.Thread(ctx, guest, early.PID)
	want(t, "a guest reads", err, fault.NotFound)
	late := v.thread(b.ID, v.ann)
	must(v.Thread(ctx, guest, late.PID))(t)
}

func TestMergeBoards(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public := must(v.AddBoard(ctx, v.ola, newBoard))(t)
	closed := newBoard
	closed.Title, closed.Audience = "Closed", Members
	members := must(v.AddBoard(ctx, v.ola, closed))(t)
	third := newBoard
	third.Title = "Third"
	last := must(v.AddBoard(ctx, v.ola, third))(t)
	one, two := v.thread(public.ID, v.ann), v.thread(members.ID, v.ben)
	want(t, "pin", v.Pin(ctx, v.mo, one.PID), fault.Internal)
	want(t, "into a narrower one", v.MergeBoard(ctx, v.ola, public.Slug, members.Slug), fault.Internal)
	want(t, "and on", v.MergeBoard(ctx, v.ola, members.Slug, last.Slug), fault.Internal)
	for _, thread := range []Thread{one, two} {
		got := v.findThread(thread.ID)
		if got.Board != last.ID || got.Audience != Members || got.Pinned() || got.Version == thread.Version {
			t.Errorf("%+v", got)
		}
	}
	for _, slug := range []string{public.Slug, members.Slug} {
		b := must(v.Board(ctx, slug))(t)
		if b.MergedInto != last.ID {
			t.Errorf("%s leads to %d", slug, b.MergedInto)
		}
		want(t, "change what is merged", v.ChangeBoard(ctx, v.ola, slug, public), fault.NotFound)
		want(t, "archive what is merged", v.ArchiveBoard(ctx, v.ola, slug), fault.NotFound)
		want(t, "merge what is merged", v.MergeBoard(ctx, v.ola, slug, last.Slug), fault.NotFound)
	}
	if all := must(v.Boards(ctx, v.ann))(t); len(all) != 1 {
		t.Errorf("%d boards", len(all))
	}
}

// A new site has the first boards in its language; one that has begun keeps its own.
func TestPlant(t *testing.T) {
	catalogue, err := messages.Load(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range catalogue.Languages() {
		v := newVillage(t)
		ctx := t.Context()
		w := catalogue.Match(lang)
		for _, key := range FirstWords() {
			if !catalogue.Has(key) {
				t.Errorf("no words for %s", key)
			}
		}
		for range 2 {
			if err := v.Plant(ctx, func(key string) string { return w.T(key) }); err != nil {
				t.Fatal(err)
			}
		}
		boards, public := must(v.Boards(ctx, guest))(t), ""
		for _, b := range boards {
			if b.Audience == Public {
				public += b.Slug + " "
			}
			if b.Title != w.T("board."+b.Slug+".title") || b.NotFor == "" || b.Indexed || (b.Safety != "") != (b.Category == Medical) {
				t.Errorf("%s: %+v", lang, b.Board)
			}
		}
		if len(boards) != 14 || public != "just-diagnosed chemotherapy radiotherapy surgery-and-healing side-effects scans-and-waiting introductions work-and-money " {
			t.Errorf("%d boards; anybody reads %s", len(boards), public)
		}
		if labels := must(v.Labels(ctx))(t); len(labels) != 8 || labels[0].Slug != "recurrence" || labels[0].Title != w.T("label.recurrence") {
			t.Errorf("%s: labels %v", lang, labels)
		}
		if got := fmt.Sprint(v.recorded()); got != "[]" {
			t.Errorf("nobody did it, and it was written down: %s", got)
		}
	}
}
