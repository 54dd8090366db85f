package web

import (
	"context"
	"strings"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// A row is one conversation in a list.
type row struct {
	Path, Title  string
	By           string // who started it
	Opened, Last string // when, in words
	Stamp        string // the latest reply, for a machine
	Replies      string // how many, in words; "" for those who asked for no counts
	Wish         string // what would help, in words
	Labels       string
	Note         string // what it is about, so that people can choose when to read it
	Board        string // where it stands, on a list of several boards
	Rests        string // that it takes no more replies
	New          string // how much of it is new to this reader, in words
	Fold, Show   string // why this reader is asked before they see it, and what shows it
}

// rowsOf puts threads into words. The boards name where each stands, on a list of
// several boards; nil says that all stand on the same. Of threads that a member has
// read before, each row says how much is new.
func (s *Server) rowsOf(ctx context.Context, f frame, threads []forum.Thread, boards map[forum.BoardID]string) ([]row, error) {
	fresh, err := s.Forum.NewIn(ctx, f.Viewer, threads...)
	if err != nil {
		return nil, err
	}
	muted, err := s.mutedBy(ctx, f.Viewer)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(threads))
	for i, t := range threads {
		rows[i] = f.rowOf(t)
		rows[i].Board = boards[t.Board]
		f.foldFor(t, &rows[i])
		f.mute(muted, &rows[i])
		switch n := fresh[t.ID]; {
		case n == 0:
		case f.Look.Low():
			rows[i].New = f.T("post.new")
		case n >= forum.MostNew:
			rows[i].New = f.T("row.new_most", "N", forum.MostNew)
		default:
			rows[i].New = f.N("row.new", n)
		}
	}
	return rows, nil
}

func (f frame) rowOf(t forum.Thread) row {
	r := row{
		Path: threadPath(t.PID), Title: f.titleOf(t), By: f.nameOf(t.OpenedBy),
		Opened: f.When(t.OpenedAt), Stamp: f.Stamp(t.LastAt),
		Wish: f.wishOf(t.Wish, "list"), Labels: f.labelsOf(t.Labels),
	}
	if t.Note != "" {
		r.Note = f.T("row.note", "Note", t.Note)
	}
	if t.Locked() {
		r.Rests = f.T("row.rests")
	}
	if t.Replies > 0 {
		r.Last = f.When(t.LastAt)
	}
	if !f.Look.Low() {
		r.Replies = f.N("thread.replies", t.Replies)
	}
	if t.Replies == 0 {
		r.Replies = f.T("thread.no_replies")
	}
	return r
}

// titleOf is what a thread is called; of one whose opening post is gone, that it is.
func (f frame) titleOf(t forum.Thread) string {
	if t.Apart != account.Nobodys {
		return f.apartFrom("thread", t.Apart)
	}
	if t.Emptied() {
		return f.T("thread.emptied")
	}
	return t.Title
}

// wishOf says what would help, in the words for a place: in a list, above a
// thread, or beside a reply box. Of no wish, nothing.
func (f frame) wishOf(w forum.Wish, place string) string {
	if w == forum.NoWish {
		return ""
	}
	return f.T("wish." + string(w) + "." + place)
}

func (f frame) labelsOf(labels []forum.Label) string {
	titles := make([]string, len(labels))
	for i, l := range labels {
		titles[i] = l.Title
	}
	return strings.Join(titles, ", ")
}

// boardNames are the boards' titles by their numbers.
func boardNames(boards []forum.BoardAt) map[forum.BoardID]string {
	names := make(map[forum.BoardID]string, len(boards))
	for _, b := range boards {
		names[b.ID] = b.Title
	}
	return names
}

// A pager leads to the pages around one. The links are real addresses, each named
// by what its page begins with.
type pager struct{ First, Previous, Next, Last string }

// Any reports whether there is anywhere to go.
func (p pager) Any() bool { return p.Previous != "" || p.Next != "" }

// pagesOf makes addresses of a list's links, below path.
func pagesOf(path string, first, previous, next, last forum.Link) pager {
	return pager{address(path, first), address(path, previous), address(path, next), address(path, last)}
}

// address is where a link leads, or "" when there is nothing that way.
func address(path string, l forum.Link) string {
	if !l.Show {
		return ""
	}
	if l.From == "" {
		return path
	}
	if strings.Contains(path, "?") {
		return path + "&from=" + query(l.From)
	}
	return path + "?from=" + query(l.From)
}

func threadPath(pid string) string { return "/t/" + pid }

func postPath(pid string) string { return "/p/" + pid }

func boardPath(slug string) string { return "/b/" + slug }
