"""Pages of a council for the looks with keys: what is in `main`, and what a reader should be told.

FAILING and PASSING: success criterion → pieces of markup. An expected finding is (rule, words quoted).
Among the passing ones are the false alarms that others fall into.
"""

from __future__ import annotations

SHELL = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bins - Anyborough Council</title><style>
body{{margin:0;font:16px/1.5 sans-serif}}a:focus-visible,button:focus-visible,input:focus-visible{{outline:3px solid #000;background:#fd0}}
.skip{{position:absolute;left:-9999px}}.skip:focus{{left:0;top:0}}nav a{{padding:0 1em}}main,header,footer{{padding:16px}}
</style>{head}</head><body><a class="skip" href="#content">Skip to main content</a>
<header><a href="/">Anyborough Council</a></header><nav><a href="/bins">Bins</a> <a href="/parking">Parking</a> <a href="/schools">Schools</a></nav>
<main id="content" tabindex="-1" style="outline:none"><h1>Bins and recycling</h1><p>Put your bin out by 7am. <a href="/days">Find your bin day</a></p>{main}</main>
<footer><a href="/contact">Contact us</a></footer>{end}</body></html>"""
LIST = "".join(f'<p style="height:80px;margin:0"><a href="/w/{ward}">{ward}</a></p>' for ward in ("Abbey", "Bridge", "Castle", "Dale", "Elms"))
CARD = '<button id="one">January</button> <button id="two">February</button>'
PULLS = "one.onblur=()=>free||two.focus();two.onblur=()=>free||one.focus();"
BAR = '<div style="position:fixed;left:0;right:0;{edge}:0;height:{high}px;background:{paint}">{words}</div>'
MENU = '<select id="ward" aria-label="Ward"><option value="">Choose a ward</option><option>Abbey</option><option>Bridge</option></select>'
NOTE = '<p id="note"></p>'


def _script(code: str) -> str:
    return f"<script>{code}</script>"


def _bar(edge: str, high: int, words: str, paint: str = "#fff") -> str:
    return BAR.format(edge=edge, high=high, words=words, paint=paint)


#: criterion → [(main, head, after the footer, (rule, quote))]
FAILING = {
    "2.4.7": [
        ('<button class="x">Order a bin</button>', "<style>.x,.x:focus{outline:none!important;background:#eee!important}</style>", "",
         ("focus-that-cannot-be-seen", "Order a bin")),
        ('<div tabindex="0" class="x" role="button">Report a missed bin</div>', "<style>.x{outline:0}</style>", "",
         ("focus-that-cannot-be-seen", "Report a missed bin")),
        ('<label class="x"><input type="checkbox" style="position:absolute;opacity:0;outline:none"><span>Garden waste</span></label>', "", "",
         ("focus-that-cannot-be-seen", "Garden waste")),
    ],
    "2.4.11": [
        ('<p style="position:absolute;bottom:20px;left:16px"><a href="/garden">Garden waste</a></p>', "", _bar("bottom", 120, "Chat with us now"),
         ("focus-under-fixed-parts", "Garden waste")),
        ('<p style="position:absolute;bottom:30px;left:16px"><button>Order a bin</button></p>', "",
         _bar("bottom", 160, "We use cookies on this site"), ("focus-under-fixed-parts", "Order a bin")),
        ('<div style="height:300px;overflow:auto"><div style="position:sticky;top:0;height:90px;background:#fff">Wards</div>'
         '<p style="margin:-70px 0 600px"><a href="/w">All wards</a></p></div>', "", "", ("focus-under-fixed-parts", "All wards")),
    ],
    "2.1.2": [
        (CARD, "", _script("let free=false;" + PULLS), ("keyboard-trap", "January")),
        ('<label>Postcode <input id="code"></label>', "", _script("code.onkeydown=e=>{if(e.key==='Tab')e.preventDefault()}"),
         ("keyboard-trap", "Postcode")),
        (CARD + "<p>Press F6 to leave the calendar.</p>", "", _script("let free=false;" + PULLS), ("keyboard-trap", "January")),
    ],
    "2.4.3": [
        (f'<div style="display:flex;flex-direction:column">{LIST}<p style="order:-1"><a href="/apply">Apply now</a></p></div>', "", "",
         ("focus-order-against-reading-order", "Apply now")),
        (f'<div style="display:grid">{LIST}<p style="grid-row:1"><button>Order a bin</button></p></div>', "", "",
         ("focus-order-against-reading-order", "Order a bin")),
        (f'<div style="position:relative;padding-top:40px">{LIST}<a href="/map" style="position:absolute;top:0;left:0">Map of wards</a></div>', "", "",
         ("focus-order-against-reading-order", "Map of wards")),
    ],
    "3.2.1": [
        ('<button id="help">Help</button>', "", _script("help.onfocus=()=>{location.href='/help'}"), ("change-on-focus", "Help")),
        ('<form action="/find"><label>Find <input id="q"></label></form>', "", _script("q.onfocus=()=>q.form.submit()"), ("change-on-focus", "Find")),
        ('<a href="/map" id="map">Map</a>', "", _script("map.addEventListener('focus',()=>window.open('/map'))"), ("change-on-focus", "Map")),
    ],
    "2.1.1": [
        (f'<div id="more" style="cursor:pointer">Show all bin days</div>{NOTE}', "", _script("more.onclick=()=>note.append('Monday')"),
         ("control-for-the-mouse-only", "Show all bin days")),
        ('<table><tr><th id="day" style="cursor:pointer">Day</th><th>Ward</th></tr><tr><td>Monday</td><td>Abbey</td></tr></table>', "",
         _script("day.addEventListener('click',()=>{})"), ("control-for-the-mouse-only", "Day")),
        ('<img src="data:," alt="Print this page" style="width:20px;height:20px;cursor:pointer" onclick="print()">', "", "",
         ("control-for-the-mouse-only", "Print this page")),
    ],
    "2.1.4": [
        (NOTE, "", _script("onkeydown=e=>{if(e.key==='m')note.append('Menu ')}"), ("single-character-shortcut", "m")),
        ('<label>Find <input id="q"></label>', "", _script("addEventListener('keyup',e=>{if(e.key==='/')q.focus()})"),
         ("single-character-shortcut", "/")),
        ("", "", _script("document.addEventListener('keypress',e=>{if(e.key==='1')location.href='/home'})"), ("single-character-shortcut", "1")),
    ],
    "3.2.2": [
        (MENU, "", _script("ward.onchange=()=>{location.href='/wards/'+ward.value}"), ("change-on-input", "Ward")),
        (f'<form action="/wards">{MENU}</form>', "", _script("ward.onchange=()=>ward.form.requestSubmit()"), ("change-on-input", "Ward")),
        ('<label><input type="checkbox" id="big">Large map</label>', "", _script("big.onclick=()=>window.open('/map')"), ("change-on-input", "Large map")),
    ],
    "2.4.1": [
        ("", "", _script("document.querySelector('.skip').onclick=e=>{e.preventDefault();scrollTo(0,200)}"), ("skip-link-that-does-not-skip", "Skip to main content")),
        ("", "", _script("document.addEventListener('click',e=>e.target.hash&&e.preventDefault())"), ("skip-link-that-does-not-skip", "Skip to main content")),
        ("", "", _script("document.querySelector('.skip').onclick=e=>{e.preventDefault();content.scrollIntoView()}"),
         ("skip-link-that-does-not-skip", "Skip to main content")),
    ],
}  # fmt: skip
#: criterion → [(main, head, after the footer)]
PASSING = {
    "2.4.7": [
        ('<label>Street <input style="outline:none;background:none!important"></label>', "", ""),  # the caret shows
        ('<p id="sign">&nbsp;</p><button style="outline:none!important;background:#eee!important" onfocus="sign.textContent=\'Here\'" onblur="sign.textContent=\'&nbsp;\'">Order</button>', "", ""),
        ('<label class="x"><input type="radio" style="position:absolute;opacity:0"><span>Abbey</span></label>',
         "<style>.x input:focus+span{box-shadow:0 0 0 3px #000}</style>", ""),
        ('<button class="x">Order a bin</button>', "<style>.x:focus{outline:none!important;background:#efefef!important;transition:all 1s;transform:scale(1.1)}</style>", ""),
    ],
    "2.4.11": [
        ('<p style="position:absolute;bottom:20px;left:16px"><a href="/garden">Garden waste</a></p>', "", _bar("bottom", 30, "Chat with us now")),
        ('<p style="position:absolute;bottom:20px;left:16px"><a href="/garden">Garden waste</a></p>', "", _bar("bottom", 120, "", "transparent")),
        ("", "", _bar("bottom", 90, '<a href="/cookies">We use cookies</a> <button onclick="this.parentNode.remove()">Accept</button>')),
        ('<div style="position:relative;z-index:5"><a href="/garden">Garden waste</a></div>', "", _bar("top", 10, "", "#000")),
    ],
    "2.1.2": [
        ('<div role="dialog" aria-modal="true" aria-label="Cookies" id="box"><button id="one">Accept</button> <button id="two">Reject</button></div>', "",
         _script("box.onkeydown=e=>{if(e.key==='Tab'){e.preventDefault();(document.activeElement===one?two:one).focus()}"
                 "if(e.key==='Escape')box.remove()};one.focus()")),
        (CARD + "<p>Press F6 to leave the calendar.</p>", "",
         _script("let free=false;" + PULLS + "onkeydown=e=>{if(e.key==='F6'){free=true;document.querySelector('footer a').focus()}}")),
        ('<label>Day <input type="date"></label> <video controls></video>', "", ""),
        (CARD, "", _script("let back=false;onkeydown=e=>{back=e.shiftKey};two.onblur=()=>back||setTimeout(()=>one.focus())")),
    ],
    "2.4.3": [
        (f'<div style="display:flex"><div style="width:300px">{LIST}</div><div>{LIST.replace("/w/", "/v/")}</div></div>', "", ""),
        (f'{LIST}<div style="position:fixed;right:0;top:0"><a href="/chat">Chat</a></div>', "", ""),
        (f'<div style="display:flex;flex-direction:row-reverse"><div style="width:400px">{LIST[:120]}</a></p></div><p><a href="/map">Map</a></p></div>', "", ""),
    ],
    "3.2.1": [
        ('<label>Find <input id="q"></label><ul id="list" hidden><li>Bins</li></ul>', "", _script("q.onfocus=()=>{list.hidden=false}")),
        ('<button id="b">Help</button>', "", _script("b.onfocus=()=>{location.hash='help'}")),
        ('<button id="b">Help</button>', "", _script("b.onclick=()=>{location.href='/help'}")),
    ],
    "2.1.1": [
        ('<div id="card" style="cursor:pointer"><h2><a href="/order">Order a bin</a></h2><p>It takes a week.</p></div>', "",
         _script("card.onclick=()=>card.querySelector('a').click()")),
        ('<label id="l" style="cursor:pointer">Garden waste <input type="checkbox"></label>', "", _script("l.onclick=()=>{}")),
        ('<section id="all"><p>Bins are emptied on Mondays.</p><p>Boxes on Tuesdays. Ring us when yours was missed, within two days of the day on which it was due, and we will come back for it. '
         "In the week of a bank holiday all days move by one.</p></section>", "", _script("all.addEventListener('click',()=>{});document.addEventListener('click',()=>{})")),
        ('<button style="cursor:pointer"><span id="s">Find</span></button>', "", _script("s.onclick=()=>{}")),
    ],
    "2.1.4": [
        (f'<label><input type="checkbox" id="on" checked>Keyboard shortcuts</label>{NOTE}', "",
         _script("onkeydown=e=>{if(on.checked&&e.key==='m')note.append('Menu ')}")),
        (NOTE, "", _script("onkeydown=e=>{if(e.ctrlKey&&e.key==='m'||e.key==='Escape')note.append('Menu ')}")),
        (NOTE, "", _script("onkeydown=()=>{document.body.classList.add('keys')};setInterval(()=>{note.textContent=Date.now()},30)")),
        (f'<label>Find <input id="q"></label>{NOTE}', "", _script("q.onkeydown=e=>note.append(e.key)")),
    ],
    "3.2.2": [
        (f'<form action="/wards">{MENU}<button>Go</button></form>', "", ""),
        (MENU + NOTE, "", _script("ward.onchange=()=>{note.textContent=ward.value;history.replaceState(0,'','?w=1')}")),
        (f'{MENU}<div id="more" hidden>More</div>', "", _script("ward.onchange=()=>{more.hidden=false;fetch('/wards',{method:'POST'}).catch(()=>0)}")),
    ],
    "2.4.1": [
        ("", "", ""),
        ("", "", _script("document.querySelector('.skip').onclick=e=>{e.preventDefault();content.focus()}")),
        ("", "", _script("content.removeAttribute('tabindex')")),
    ],
}  # fmt: skip
