package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// at is where a test's site lives.
type at struct {
	t      *testing.T
	folder string
	listen string
	log    io.Writer
}

func newSite(t *testing.T) at {
	t.Helper()
	for _, name := range os.Environ() {
		if name, _, _ := strings.Cut(name, "="); strings.HasPrefix(name, "KINDWORD_") {
			t.Setenv(name, "")
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return at{t, t.TempDir(), l.Addr().String(), io.Discard}
}

// run runs the program with args, and returns what it printed.
func (s at) run(ctx context.Context, in string, args ...string) (string, error) {
	var out bytes.Buffer
	args = append([]string{"--data", filepath.Join(s.folder, "data"), "--key-file", filepath.Join(s.folder, "key"), "--listen", s.listen}, args...)
	err := run(ctx, args, strings.NewReader(in), &out, s.log)
	return out.String(), err
}

// start serves the site until the test, or stop, ends it.
func (s at) start() (stop func()) {
	s.t.Helper()
	ctx, cancel := context.WithCancel(s.t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := s.run(ctx, "", "serve")
		ended <- err
	}()
	for {
		if answer, err := http.Get("http://" + s.listen + "/"); err == nil {
			answer.Body.Close()
			break
		}
		select {
		case err := <-ended:
			s.t.Fatalf("it did not start: %v", err)
		case <-time.After(5 * time.Millisecond): // until it listens
		}
	}
	return func() {
		s.t.Helper()
		cancel()
		if err := <-ended; err != nil {
			s.t.Errorf("it did not stop well: %v", err)
		}
	}
}

func TestSettingsAreRefusedByName(t *testing.T) {
	s := newSite(t)
	for _, test := range []struct{ flag, value, names string }{
		{"--listen", "8080", "setting listen"},
		{"--address", "forum.example.org", "setting address"},
		{"--address", "http://forum.example.org", "https://"},
		{"--proxies", "10.0.0.1", "setting proxies"},
		{"--time-zone", "Nowhere/Town", "setting time-zone"},
		{"--database-url", "mysql://x", "setting database-url"},
		{"--mail", "ftp://x", "setting mail"},
		{"--log", "loud", "setting log"},
		{"--words", "/no/such/folder", "setting words"},
		{"--config", "/no/such/file", "/no/such/file"},
	} {
		if _, err := s.run(t.Context(), "", "config", test.flag, test.value); err == nil || !strings.Contains(err.Error(), test.names) {
			t.Errorf("%s %s: %v, want it to say %q", test.flag, test.value, err, test.names)
		}
	}
	if _, err := s.run(t.Context(), "", "config", "--key-file", filepath.Join(s.folder, "data", "key")); err == nil {
		t.Error("a master key in the data folder was accepted: every backup would carry it")
	}
}

// A flag goes before the environment, the environment before the file.
func TestWhereSettingsComeFrom(t *testing.T) {
	s := newSite(t)
	file := filepath.Join(s.folder, "kindword.toml")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("language = \"es\"\ntime-zone = \"Europe/Madrid\"\nmail = \"smtp://u:geheim@relay.example:587\"\nmail-from = \"a@b.example\"\n")
	t.Setenv("KINDWORD_TIME_ZONE", "Europe/London")
	out, err := s.run(t.Context(), "", "config", "--config", file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`language\s+KINDWORD_LANGUAGE\s+es\s`, `time-zone\s+KINDWORD_TIME_ZONE\s+Europe/London\s`} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	if strings.Contains(out, "geheim") {
		t.Error("the relay's password was printed")
	}
	if out, err = s.run(t.Context(), "", "config", "--config", file, "--time-zone", "UTC"); err != nil || !regexp.MustCompile(`time-zone\s+\S+\s+UTC\s`).MatchString(out) {
		t.Errorf("a flag did not go first: %v", err)
	}
	write("langauge = \"es\"\n")
	if _, err := s.run(t.Context(), "", "config", "--config", file); err == nil || !strings.Contains(err.Error(), "langauge") {
		t.Errorf("a slip in the file: %v, want it named", err)
	}
}

// A site on a number is a site, if without passkeys: those belong to names.
func TestServedOnANumber(t *testing.T) {
	s := newSite(t)
	t.Setenv("KINDWORD_ADDRESS", "http://"+s.listen)
	s.start()()
}

// The first start prints a link for the operator. Commands work on the running
// site and, with none running, alone; a second server is refused.
func TestOneProcessOwnsTheDatabase(t *testing.T) {
	s := newSite(t)
	stop := s.start()
	if out, err := s.run(t.Context(), "", "operator"); err != nil || !strings.Contains(out, "/welcome/") {
		t.Errorf("through the running server: %q, %v", out, err)
	}
	if _, err := s.run(t.Context(), "", "serve"); err == nil {
		t.Error("two servers have the same database")
	}
	copied := filepath.Join(s.folder, "copy.db")
	if _, err := s.run(t.Context(), "", "backup", copied); err != nil {
		t.Errorf("backup while serving: %v", err)
	}
	if _, err := s.run(t.Context(), "", "disclose", "Nobody At All"); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("a command's error does not come back: %v", err)
	}
	for name, mode := range map[string]os.FileMode{"data": 0o700 | os.ModeDir, "data/kindword.db": 0o600, "data/kindword.sock": 0o600 | os.ModeSocket, "key": 0o600, "copy.db": 0o600} {
		if info, err := os.Stat(filepath.Join(s.folder, name)); err != nil || info.Mode() != mode {
			t.Errorf("%s: %v %v, want %v", name, info.Mode(), err, mode)
		}
	}
	stop()
	if out, err := s.run(t.Context(), "", "operator"); err != nil || !strings.Contains(out, "/welcome/") {
		t.Errorf("alone: %q, %v", out, err)
	}
}

// A command that reads nothing of what it is sent leaves the server in peace.
func TestCommandsThatReadNothing(t *testing.T) {
	s := newSite(t)
	var log lines
	s.log = &log
	stop := s.start()
	for range 5 {
		for _, command := range [][]string{{"key", "rotate"}, {"disclose", "Nobody At All"}, {"operator"}} {
			_, err := s.run(t.Context(), strings.Repeat("words that nobody reads\n", 1<<15), command...)
			if command[0] != "disclose" && err != nil {
				t.Errorf("%v: %v", command, err)
			}
		}
	}
	stop()
	if said := log.String(); strings.Contains(said, "panic") || !strings.Contains(said, "listening") {
		t.Errorf("the server's log:\n%s", said)
	}
}

// lines is a log that a server and the commands beside it write to.
type lines struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.Write(p)
}

// A new master key takes the old one's place while the site runs; the paper of it
// brings a lost file back; another key is refused.
func TestMasterKey(t *testing.T) {
	s := newSite(t)
	stop := s.start()
	before, err := s.run(t.Context(), "", "key", "print")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.run(t.Context(), "", "key", "rotate"); err != nil {
		t.Fatal(err)
	}
	after, err := s.run(t.Context(), "", "key", "print")
	if err != nil || after == before {
		t.Fatalf("the key did not change: %v", err)
	}
	stop()
	s.start()() // it knows its new key

	key := filepath.Join(s.folder, "key")
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	paper, _, _ := strings.Cut(before, "\n")
	if _, err := s.run(t.Context(), paper+"\n", "key", "restore"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.run(t.Context(), "", "serve"); err == nil || !strings.Contains(err.Error(), "master key") {
		t.Errorf("the old key was taken: %v", err)
	}
	if _, err := s.run(t.Context(), paper+"\n", "key", "restore"); err == nil {
		t.Error("a key was written over")
	}
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	paper, _, _ = strings.Cut(after, "\n")
	if _, err := s.run(t.Context(), strings.ToLower(paper)+"\n", "key", "restore"); err != nil {
		t.Fatal(err)
	}
	s.start()()
}

// With the key and its paper lost, the site goes on without what was sealed.
func TestLostMasterKey(t *testing.T) {
	s := newSite(t)
	s.start()()
	if _, err := s.run(t.Context(), "", "key", "lost"); err == nil {
		t.Error("a key that is there was given up")
	}
	if err := os.Remove(filepath.Join(s.folder, "key")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.run(t.Context(), "", "key", "lost"); err != nil {
		t.Fatal(err)
	}
	s.start()()
}

// The demonstration never touches a real community, nor leaves this machine.
func TestDemoKeepsToItself(t *testing.T) {
	s := newSite(t)
	s.start()()
	if _, err := s.run(t.Context(), "", "demo"); err == nil || !strings.Contains(err.Error(), "not made by the demonstration") {
		t.Errorf("the demonstration in a real site's folder: %v", err)
	}
	other := newSite(t)
	other.listen = "0.0.0.0:0"
	if _, err := other.run(t.Context(), "", "demo"); err == nil || !strings.Contains(err.Error(), "localhost") {
		t.Errorf("the demonstration for the whole network: %v", err)
	}
}

// Conversations are taken in through the running server, and twice is once.
func TestImport(t *testing.T) {
	s := newSite(t)
	stop := s.start()
	defer stop()
	file := filepath.Join(s.folder, "talk.jsonl")
	if err := os.WriteFile(file, []byte(`{"thread_id":"1","post_id":"1","who":"ann","created":"2020-01-01T10:00:00Z","title":"Hello","body":"First *words*","board":"x"}
{"thread_id":"1","post_id":"2","parent_id":"1","who":"ben","created":"2020-01-01T11:00:00Z","body":"An answer","board":"x"}
{"thread_id":"2","post_id":"1","who":"ben","created":"2020-01-02T11:00:00Z","body":"Nowhere to go","board":"y"}
not a line
`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1 conversations and 2 posts were taken, 0 posts were here already, 2 lines", "0 conversations and 0 posts were taken, 2 posts were here already, 2 lines"} {
		out, err := s.run(t.Context(), "", "import", file, "--map", "author=who", "--map", "board:x=introductions")
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%s\n%v, want %q", out, err, want)
		}
		for _, line := range []string{"line 3", "line 4"} {
			if !strings.Contains(out, line) {
				t.Errorf("%s was not listed:\n%s", line, out)
			}
		}
	}
}
