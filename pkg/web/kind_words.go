package web

import (
	"html/template"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// kindWordPage offers the kind words for a post, or shows its author who sent one.
type kindWordPage struct {
	frame
	Heading string
	Path    string // of the post
	Post    template.HTML
	Choices []readingOption // for everybody but its author
	Sent    string          // what they sent before, in words
	From    []senders       // for its author
}

// senders are those who sent one kind of kind word.
type senders struct{ Title, Names string }

var kindWordView = newPage[kindWordPage]("kind_word.html")

func (s *Server) kindWordForm(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	t, post, err := s.Forum.Post(ctx, by, c.Param("post"))
	if err != nil {
		return err
	}
	f := s.frame(c)
	page := kindWordPage{Path: postPath(post.PID), Heading: f.T("kind_words.title", "Name", f.authorOf(post))}
	if post.Mine {
		page.Heading = f.T("kind_words.mine")
		from, err := s.Forum.KindWordsTo(ctx, by, post.PID)
		if err != nil {
			return err
		}
		page.From = f.senders(from)
	} else if err := s.offerKindWords(c, f, &page, t, post); err != nil {
		return err
	}
	if page.Post, err = s.wholePost(c, f, t, post); err != nil {
		return err
	}
	page.frame = s.frame(c, page.Heading)
	page.Crumbs = []crumb{{f.titleOf(t), threadPath(t.PID)}}
	return kindWordView.show(c, page)
}

func (s *Server) offerKindWords(c *gin.Context, f frame, page *kindWordPage, t forum.Thread, post *forum.Reply) error {
	if err := forum.CanSendKindWord(someone(f.Viewer), post.Mine, post.Post); err != nil {
		return err
	}
	mine, err := s.Forum.MyKindWords(c.Request.Context(), f.Viewer, t, post.ID)
	if err != nil {
		return err
	}
	for _, kind := range forum.KindWords {
		page.Choices = append(page.Choices, readingOption{Value: string(kind), Title: f.T("kind_word." + string(kind)), Chosen: mine[post.ID] == kind})
	}
	if kind := mine[post.ID]; kind != forum.NoKindWord {
		page.Sent = f.T("kind_word." + string(kind))
	}
	return nil
}

// senders groups who sent kind words by what they sent.
func (f frame) senders(from []forum.KindWordFrom) (groups []senders) {
	for _, kind := range forum.KindWords {
		var names []string
		for _, one := range from {
			if one.Kind == kind {
				names = append(names, f.nameOf(one.By))
			}
		}
		if len(names) > 0 {
			groups = append(groups, senders{f.T("kind_word." + string(kind)), f.List(names)})
		}
	}
	return groups
}

// sendKindWord sends a kind word with one press, and leads back to the post. A
// guest is taken to where they join, and back to the same buttons.
func (s *Server) sendKindWord(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	by, pid := viewer(c), c.Param("post")
	if by.Guest() {
		if _, _, err := s.Forum.Post(c.Request.Context(), by, pid); err != nil {
			return err
		}
		return goTo(c, "/join?next="+query(postPath(pid)+"/kind-word"))
	}
	kind := forum.KindWord(form.Get("kind"))
	if err := s.Forum.SendKindWord(c.Request.Context(), by, pid, kind); err != nil {
		return err
	}
	path, err := s.pathTo(c, pid)
	if err != nil {
		return err
	}
	said := "said.kind_word"
	if kind == forum.NoKindWord {
		said = "said.kind_word_back"
	}
	s.tellOf(by, said, pid)
	return goTo(c, path)
}
