package web

import (
	"context"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// What somebody chose for the conversations that carry a label. Without a choice they
// are shown as all are.
const (
	foldLabel = "fold" // the title is folded behind the label
	outLabel  = "out"  // it is not in lists; its address still leads to it
)

// mostLabelChoices bounds what a browser may send: more labels than any site has.
const mostLabelChoices = 50

var labelChoice = regexp.MustCompile(`^([a-z0-9-]{1,80}):(fold|out)$`)

// cleanLabels reads choices about labels, as "money:fold scans:out", and returns them
// in one order, so that the same choices are written the same.
func cleanLabels(kept string) string {
	var all []string
	for one := range strings.FieldsSeq(kept) {
		if labelChoice.MatchString(one) && len(all) < mostLabelChoices {
			all = append(all, one)
		}
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

// forLabel is what the reader chose for a label, or "".
func (l look) forLabel(slug string) string {
	for one := range strings.FieldsSeq(l.Labels) {
		if found := labelChoice.FindStringSubmatch(one); found != nil && found[1] == slug {
			return found[2]
		}
	}
	return ""
}

// labelsFrom reads the form's choices about the labels there are.
func (s *Server) labelsFrom(ctx context.Context, form url.Values) (string, error) {
	labels, err := s.Forum.Labels(ctx)
	var all []string
	for _, l := range labels {
		all = append(all, l.Slug+":"+form.Get("label-"+l.Slug))
	}
	return cleanLabels(strings.Join(all, " ")), err
}

// labelSettings offers what can be chosen for each label, for the page of reading
// settings.
func (s *Server) labelSettings(ctx context.Context, f frame) (all []readingSetting, err error) {
	labels, err := s.Forum.Labels(ctx)
	for _, l := range labels {
		one, chosen := readingSetting{Name: "label-" + l.Slug, Title: l.Title}, f.Look.forLabel(l.Slug)
		for _, value := range []string{"", foldLabel, outLabel} {
			key := value
			if key == "" {
				key = "show"
			}
			one.Options = append(one.Options, readingOption{Value: value, Title: f.T("reading.label." + key), Chosen: value == chosen})
		}
		all = append(all, one)
	}
	return all, err
}

// readRows is [readPage] for a page with rows on it: one that leaves some out, or folds
// them, for a guest's own choices is made for them, so that no browser can fill what is
// remembered with pages of its own.
func readRows[T any](s *Server, c *gin.Context, v view[T], key string, make func() (T, error)) error {
	if lookOf(c).Labels == "" {
		return readPage(s, c, v, key, make)
	}
	page, err := make()
	if err != nil {
		return err
	}
	return v.show(c, page)
}

// showsAll reports whether a reader who leaves some out asks for all the same.
func showsAll(c *gin.Context) bool { return lookOf(c).Labels != "" && c.Query("all") != "" }

// withAll is path with what its page asked for about those left out.
func withAll(c *gin.Context, path string) string {
	if !showsAll(c) {
		return path
	}
	return and(path, "all=1")
}

func and(path, more string) string {
	if strings.Contains(path, "?") {
		return path + "&" + more
	}
	return path + "?" + more
}

// keeps returns those of threads that the reader's choices leave in, and how many they
// leave out. No others take their place: a page reads as many rows for every reader.
func (f frame) keeps(c *gin.Context, threads []forum.Thread) (in []forum.Thread, out int) {
	if f.Look.Labels == "" || showsAll(c) {
		return threads, 0
	}
	for _, t := range threads {
		if slices.ContainsFunc(t.Labels, func(l forum.Label) bool { return f.Look.forLabel(l.Slug) == outLabel }) {
			out++
		} else {
			in = append(in, t)
		}
	}
	return in, out
}

// A leftOut says how many conversations a list leaves out, and leads to them.
type leftOut struct{ Words, Path string }

func (f frame) leftOut(n int, path, from string) *leftOut {
	if n == 0 {
		return nil
	}
	if from != "" {
		path = and(path, "from="+query(from))
	}
	return &leftOut{f.N("row.left_out", n), and(path, "all=1")}
}

// foldFor folds the row of a thread behind those of its labels that the reader wants
// to be asked about.
func (f frame) foldFor(t forum.Thread, r *row) {
	if f.Look.Labels == "" {
		return
	}
	var folds []forum.Label
	for _, l := range t.Labels {
		if f.Look.forLabel(l.Slug) == foldLabel {
			folds = append(folds, l)
		}
	}
	if len(folds) > 0 {
		r.Fold, r.Show = f.T("row.folded", "Labels", f.labelsOf(folds)), f.T("row.muted.show")
	}
}
