// Kindword: what only saves a step while somebody writes. The form works without it.
(() => {
	"use strict";
	const form = document.querySelector("form[data-write]");
	if (!form) return;
	const fields = form.elements, said = { ...form.dataset, ...form.querySelector("[data-written]").dataset }, status = form.querySelector("[data-status]");
	const kept = ["title", "words", "note"];
	const empty = () => kept.every((name) => !fields[name]?.value.trim());
	const sent = () => new URLSearchParams(new FormData(form));
	const make = (tag, words, more = {}) => Object.assign(document.createElement(tag), { textContent: words }, more);

	// One line says whether the words are safe. It changes only when there is
	// something else to say, so it is read out no more than once a minute; what went
	// wrong is said at once.
	const alarm = make("p", "", { className: "why small", role: "alert" });
	status.after(alarm);
	const say = (words, link) => {
		alarm.textContent = "";
		if (status.textContent.trim() === words && !link) return;
		status.textContent = words;
		if (link) status.append(" ", make("a", said.compare, { href: link }));
	};
	const warn = (words) => { alarm.textContent = words; };

	// A copy on the device: for good on one's own, and on others until the window
	// closes. Browsers may refuse to keep anything.
	const store = (() => {
		try { return said.device === "own" ? localStorage : sessionStorage; } catch { return null; }
	})();
	const place = "kw-words " + said.path;
	const copy = {
		put() {
			const words = Object.fromEntries(kept.map((name) => [name, fields[name]?.value ?? ""]));
			try { store?.setItem(place, JSON.stringify({ at: Date.now(), words })); } catch { /* full, or forbidden */ }
		},
		get() {
			try { return JSON.parse(store?.getItem(place)); } catch { return null; }
		},
		drop() {
			try { store?.removeItem(place); } catch { /* it was never kept */ }
		},
	};

	// Saving: five seconds after typing stops, at most every twenty, and when the
	// page is left.
	const pause = 5000, apart = 20000;
	let dirty = false, last = 0, timer = 0, saving = null;
	const save = async () => {
		dirty = false;
		last = Date.now();
		const answer = await fetch("/drafts/save", { method: "POST", body: sent() });
		const kept = await answer.json().catch(() => ({ said: said.saidNotSaved }));
		if (!answer.ok) {
			warn(kept.said);
			return;
		}
		if (kept.draft) {
			fields.draft.value = kept.draft;
			fields.version.value = kept.version;
		}
		if (kept.said) say(kept.said, kept.beside);
	};
	const saveSoon = () => {
		clearTimeout(timer);
		timer = setTimeout(async () => {
			if (!dirty || leaving) return;
			if (saving) return saveSoon();
			saving = save().catch(() => { dirty = true; warn(said.saidNotSaved); });
			await saving;
			saving = null;
		}, Math.max(pause, last + apart - Date.now()));
	};
	const saveLeaving = () => {
		if (!dirty || leaving || empty()) return;
		dirty = false;
		navigator.sendBeacon("/drafts/save", sent());
	};
	document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") saveLeaving(); });
	addEventListener("pagehide", saveLeaving);
	form.addEventListener("input", () => {
		dirty = true;
		copy.put();
		saveSoon();
		previewSoon();
	});

	// Sending: the words are saved first, tried three times where the network drops,
	// and only then does the form go.
	let leaving = false, busy = false;
	const wait = (time) => new Promise((done) => { setTimeout(done, time); });
	const reach = async () => {
		for (const time of [0, 1500, 4000]) {
			await wait(time);
			try {
				await saving;
				await save();
				return true;
			} catch { /* once more */ }
		}
		return false;
	};
	form.addEventListener("submit", async (event) => {
		if (leaving || empty()) return;
		event.preventDefault();
		if (busy) return;
		busy = true;
		const button = event.submitter;
		button?.setAttribute("aria-disabled", "true");
		const slow = setTimeout(() => say(said.saidSending), 1000);
		const reached = await reach();
		clearTimeout(slow);
		button?.removeAttribute("aria-disabled");
		busy = false;
		if (!reached) {
			dirty = true;
			copy.put();
			warn(said.saidOffline);
			return;
		}
		leaving = true;
		if (["post", "save"].includes(button?.value)) copy.drop(); // the site has it now
		form.requestSubmit(button);
	});
	addEventListener("pageshow", (event) => { if (event.persisted) leaving = busy = false; });

	// A copy on this device that is newer than what the site has is offered.
	const older = copy.get();
	if (older && older.at > Number(said.savedAt) + 2000 && kept.some((name) => (older.words[name] ?? "").trim() && older.words[name] !== fields[name]?.value)) {
		const line = make("p", said.saidCopy + " ", { className: "row small" });
		const use = make("button", said.doCopy, { type: "button", className: "btn quiet slim" });
		const drop = make("button", said.dropCopy, { type: "button", className: "btn quiet slim" });
		use.addEventListener("click", () => {
			for (const name of kept) if (fields[name]) fields[name].value = older.words[name] ?? "";
			fields.made.value = ""; // these words were typed before
			line.remove();
			dirty = true;
			saveSoon();
			fields.words.focus();
		});
		drop.addEventListener("click", () => { copy.drop(); line.remove(); fields.words.focus(); });
		line.append(use, drop);
		alarm.after(line);
	}

	// How many letters are left, once that matters.
	for (const field of form.querySelectorAll("[data-count]")) {
		const line = make("span", "", { className: "hint" });
		const count = () => {
			const letters = [...field.value].length;
			if (letters < Number(field.dataset.countFrom)) return line.remove();
			line.textContent = `${said.left} ${Number(field.dataset.count) - letters}`;
			field.after(line);
		};
		field.addEventListener("input", count);
		count();
	}

	// An empty page can be hard to begin.
	if (said.nudge && empty()) {
		setTimeout(() => { if (empty()) fields.words.after(make("span", said.nudge, { className: "hint" })); }, 20000);
	}

	// A link is asked for only where somebody has read something.
	const link = form.querySelector("[data-know-link]");
	if (link) {
		const show = () => { link.hidden = fields.know.value !== "read" && !fields.link.value; };
		fields.know.addEventListener("change", show);
		show();
	}

	// What is selected in the answered post is what to quote.
	const answered = document.querySelector(".answering");
	if (answered && fields.part) {
		document.addEventListener("selectionchange", () => {
			const chosen = getSelection(), words = String(chosen).trim();
			if (words && answered.contains(chosen.anchorNode) && answered.contains(chosen.focusNode)) fields.part.value = words;
		});
	}

	// How it will look, beside the form where there is room.
	const preview = form.querySelector("[data-preview]"), wide = matchMedia("(min-width: 64em)");
	let looking = null, lookTimer = 0;
	const look = async () => {
		looking?.abort();
		looking = new AbortController();
		const body = sent();
		body.set("only", "1");
		const answer = await fetch("/write/check", { method: "POST", body, signal: looking.signal });
		preview.hidden = answer.status !== 200;
		if (!preview.hidden) preview.querySelector("[data-preview-here]").innerHTML = await answer.text();
	};
	function previewSoon() {
		clearTimeout(lookTimer);
		if (preview && wide.matches) lookTimer = setTimeout(() => look().catch(() => {}), 1500);
	}
	if (!empty()) previewSoon();
})();
