//go:build faults

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// TestFaults has people post to the real binary, kills it or cuts its disk's power
// in the middle, starts it again and looks for every post that was answered for.
// Built carelessly it must lose some to a power cut, or the cut proves nothing.
func TestFaults(t *testing.T) {
	rounds, _ := strconv.Atoi(os.Getenv("KINDWORD_FAULT_ROUNDS"))
	community := t.TempDir()
	first := start(t, "kindword", community)
	first.stop(syscall.SIGTERM)
	for _, test := range []struct {
		name, binary string
		cut, loses   bool
	}{
		{"kill -9", "kindword", false, false},
		{"power cut", "kindword", true, false},
		{"power cut, answered before the disk had", "kindword-careless", true, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			failed := 0
			for range rounds {
				posted, lost := round(t, test.binary, community, test.cut)
				t.Logf("%d posts answered for, %d lost", posted, lost)
				if lost > 0 {
					failed++
				}
			}
			if test.loses && failed == 0 || !test.loses && failed > 0 {
				t.Errorf("posts were lost in %d of %d rounds", failed, rounds)
			}
		})
	}
}

// round lets people post until the end comes, and counts what is missing afterwards.
func round(t *testing.T, binary, community string, cut bool) (posted, lost int) {
	folder := t.TempDir()
	disk, image := filepath.Join(folder, "disk"), filepath.Join(folder, "image")
	must(t, os.Mkdir(disk, 0o700))
	mount := func() { shell(t, "mount", "-o", "loop", image, disk) }
	if cut {
		shell(t, "truncate", "-s", "600M", image)
		shell(t, "mkfs.ext4", "-q", "-F", image)
		mount()
		defer exec.Command("umount", disk).Run()
	}
	shell(t, "cp", "-r", filepath.Join(community, "data"), disk)
	shell(t, "cp", filepath.Join(community, "key"), folder)
	shell(t, "sync")

	s := startAt(t, binary, filepath.Join(disk, "data"), filepath.Join(folder, "key"))
	time.AfterFunc(time.Duration(150+rand.IntN(900))*time.Millisecond, func() {
		s.process.Signal(syscall.SIGSTOP) // not a thread may go on after the cut
		syscall.Wait4(s.process.Pid, nil, syscall.WUNTRACED, nil)
		if cut {
			cutOff(disk)
		}
		s.process.Kill()
	})
	said := s.everybodyPosts(t)
	s.process.Wait()
	if cut {
		shell(t, "umount", disk)
		mount()
	}
	again := startAt(t, "kindword", filepath.Join(disk, "data"), filepath.Join(folder, "key"))
	defer again.stop(syscall.SIGTERM)
	reader := again.signIn(t, "operator")
	for path, words := range said {
		if page := get(reader, again.site+path); !strings.Contains(page, words) {
			lost++
		}
	}
	return len(said), lost
}

// running is a site that is served by a process of its own.
type running struct {
	process *os.Process
	site    string
}

func start(t *testing.T, binary, folder string) running {
	return startAt(t, binary, filepath.Join(folder, "data"), filepath.Join(folder, "key"))
}

func startAt(t *testing.T, binary, data, key string) running {
	t.Helper()
	at := newSite(t)
	cmd := exec.Command("../../bin/"+binary, "demo", "--data", data, "--key-file", key, "--listen", at.listen, "--address", "http://"+at.listen)
	cmd.Stderr = os.Stderr
	must(t, cmd.Start())
	r := running{process: cmd.Process, site: "http://" + at.listen}
	for range 12_000 { // a minute, on a busy machine
		if answer, err := http.Get(r.site + "/"); err == nil {
			answer.Body.Close()
			return r
		}
		time.Sleep(5 * time.Millisecond) // until it listens
	}
	t.Fatal("it did not start")
	return r
}

func (r running) stop(s os.Signal) {
	r.process.Signal(s)
	r.process.Wait()
}

func (r running) signIn(t *testing.T, as string) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	client := &http.Client{Jar: jar, Timeout: 20 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if status, _ := post(client, r.site+"/demo/sign-in", url.Values{"as": {as}}); status != http.StatusSeeOther {
		t.Fatalf("sign in as %s: %d", as, status)
	}
	return client
}

var answerLink = regexp.MustCompile(`/p/[0-9a-z]{13}/reply`)
var postPath = regexp.MustCompile(`[0-9a-z]{13}$`)

// everybodyPosts has everybody post until the server is gone, and returns the words
// of every post that was answered for, by its address.
func (r running) everybodyPosts(t *testing.T) map[string]string {
	var mu sync.Mutex
	said := map[string]string{}
	var crowd sync.WaitGroup
	for _, as := range []string{"patient", "caregiver", "moderator", "operator"} {
		client := r.signIn(t, as)
		thread := regexp.MustCompile(`/t/[0-9a-z]{13}`).FindString(get(client, r.site+"/b/introductions"))
		form := answerLink.FindString(get(client, r.site+thread))
		crowd.Go(func() {
			for n := 0; ; n++ {
				words := fmt.Sprintf("kept words %s %d", as, n)
				status, next := post(client, r.site+form, url.Values{"words": {words}, "do": {"post"}, "key": {strings.ReplaceAll(words, " ", "-")}})
				if status == 0 {
					return
				}
				if status != http.StatusSeeOther {
					continue // asked to slow down: it will be killed soon
				}
				place, _, _ := strings.Cut(next[strings.LastIndex(next, "#")+1:], "?")
				mu.Lock()
				said["/p/"+postPath.FindString(place)] = words
				mu.Unlock()
			}
		})
	}
	crowd.Wait()
	return said
}

func post(client *http.Client, to string, form url.Values) (status int, next string) {
	request, err := http.NewRequest(http.MethodPost, to, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, ""
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	answer, err := client.Do(request)
	if err != nil {
		return 0, ""
	}
	io.Copy(io.Discard, answer.Body)
	answer.Body.Close()
	return answer.StatusCode, answer.Header.Get("Location")
}

// get follows where an address leads and returns the page.
func get(client *http.Client, address string) string {
	follow := *client
	follow.CheckRedirect = nil
	answer, err := follow.Get(address)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	page, _ := io.ReadAll(answer.Body)
	return string(page)
}

func shell(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// cutOff ends a file system with nothing more written: FS_IOC_SHUTDOWN, without
// flushing its log.
func cutOff(disk string) {
	f, err := os.Open(disk)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	how := uint32(2)
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), 0x8004587d, uintptr(unsafe.Pointer(&how))); errno != 0 {
		panic(errno)
	}
}
