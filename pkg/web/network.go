package web

import (
	"net/http"
	"net/netip"
	"strings"

	"github.com/gin-gonic/gin"
)

// How much of an internet address is looked at: what a household, a hospital or a
// telephone company shares, and no more. It goes into a hash under a key of the
// day, in memory, so that a machine's tries can be slowed; it is written nowhere.
const (
	coarse4 = 24
	coarse6 = 64
)

// network is where a request comes from, as coarsely as is of use, or nil where it
// cannot be told.
func (s *Server) network(c *gin.Context) []byte {
	from := s.peer(c.Request)
	bits := coarse4
	if from.Is6() {
		bits = coarse6
	}
	net, err := from.Prefix(bits)
	if err != nil {
		return nil
	}
	return net.AppendTo(nil)
}

// peer is the address that asks. What a request says of itself is believed only
// where one of our own proxies said it: each adds the address it was asked from
// at the end.
func (s *Server) peer(r *http.Request) netip.Addr {
	socket, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	from := plainAddress(socket.Addr())
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && s.ours(from); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		from = plainAddress(hop)
	}
	return from
}

// ours reports whether a proxy of ours has the address.
func (s *Server) ours(from netip.Addr) bool {
	for _, net := range s.Proxies {
		if net.Contains(from) {
			return true
		}
	}
	return false
}

func plainAddress(a netip.Addr) netip.Addr { return a.Unmap().WithZone("") }
