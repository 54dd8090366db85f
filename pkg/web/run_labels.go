package web

import (
	"net/url"

	"github.com/gin-gonic/gin"
)

// runLabelsPage lists the labels, each with the form that changes it.
type runLabelsPage struct {
	frame
	Labels []labelLine
	New    string // the title of a label to be added
	Most   int    // letters
}

type labelLine struct {
	Slug, Title string
	Typed       string // what it is to be called
	Why         string
	Archived    bool
	First, Last bool
}

var runLabelsView = newRunPage[runLabelsPage]("run_labels.html")

func (s *Server) runLabels(c *gin.Context) error { return s.showLabels(c, url.Values{}, nil) }

func (s *Server) showLabels(c *gin.Context, form url.Values, why error) error {
	labels, err := s.Forum.Labels(c.Request.Context())
	if err != nil {
		return err
	}
	page := runLabelsPage{frame: s.running(c, "run.labels")}
	for i, l := range labels {
		line := labelLine{Slug: l.Slug, Title: l.Title, Typed: l.Title, Archived: l.Archived(), First: i == 0, Last: i == len(labels)-1}
		if form.Get("label") == l.Slug {
			line.Typed = form.Get("title")
		}
		page.Labels = append(page.Labels, line)
	}
	if form.Get("label") == "" {
		page.New = form.Get("title")
	}
	if why == nil {
		return runLabelsView.show(c, page)
	}
	wrong, status, err := problems(page.frame, why)
	if err != nil {
		return err
	}
	page.refused(wrong)
	for i := range page.Labels {
		if page.Labels[i].Slug == form.Get("label") {
			page.Labels[i].Why = page.Why("title")
		}
	}
	return runLabelsView.showAs(c, status, page)
}

// changeLabels takes the form of a new label, or the buttons beside one.
func (s *Server) changeLabels(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, slug, said := c.Request.Context(), viewer(c), form.Get("label"), "said.run.saved"
	switch do := form.Get("do"); do {
	case "add":
		said = "said.run.added"
		_, err = s.Forum.AddLabel(ctx, by, form.Get("title"))
	case "rename":
		err = s.Forum.RenameLabel(ctx, by, slug, form.Get("title"))
	case "archive":
		said, err = "said.run.label_archived", s.Forum.ArchiveLabel(ctx, by, slug)
	case "offer":
		said, err = "said.run.label_offered", s.Forum.OfferLabel(ctx, by, slug)
	case "up", "down":
		said, err = "said.run.ordered", s.orderLabel(c, slug, do == "up")
	default:
		return notHere(c)
	}
	if err != nil {
		return s.showLabels(c, form, err)
	}
	if slug != "" {
		slug = "#l-" + slug
	}
	return s.done(c, said, "/run/labels"+slug)
}

func (s *Server) orderLabel(c *gin.Context, slug string, earlier bool) error {
	labels, err := s.Forum.Labels(c.Request.Context())
	if err != nil {
		return err
	}
	slugs := make([]string, len(labels))
	for i, l := range labels {
		slugs[i] = l.Slug
	}
	return s.Forum.OrderLabels(c.Request.Context(), viewer(c), moved(slugs, slug, earlier))
}
