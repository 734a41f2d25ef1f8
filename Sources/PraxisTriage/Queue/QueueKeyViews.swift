import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The keys of the queue: the same letter for the same verb, on every page of it.
package enum QueueKey: String {
    case approve = "a"
    case `return` = "r"
    case hide = "x"
    case dismiss = "d"
    case skip = "s"
    case note = "n"
    case claim = "c"
    case undo = "u"
    case next = "j"
    case previous = "k"
    case list = "?"
}

/// The keys as the pages of the queue show them to their viewer.
struct QueueKeys {
    let call: Call
    /// Whether no control here has a key: on a list a key would decide what is not under anyone's eyes.
    var isSilent = false

    private var said: QueueKeyWords { call.words.triage.keys }

    /// Whether the keys are on for the viewer.
    var areOn: Bool { !isSilent && call.session?.queueKeys == true }

    /// The key behind a label, for those who turned the keys on; not shown if none can be pressed.
    func mark(_ key: QueueKey?) -> HTML {
        guard let key, areOn else { return HTML() }
        return " <span class=\"keyed\">\(said.mark(["key": key.rawValue]))</span>"
    }

    /// What names the key to the script and to screen readers, at the control that it works.
    func shortcut(_ key: QueueKey?) -> HTML {
        guard let key, areOn else { return HTML() }
        return " aria-keyshortcuts=\"\(key.rawValue)\""
    }

    /// Makes a page one of the queue's: an act leads to its heading, and keys work in what it holds, if they are on.
    func worked(_ page: Page) -> Page {
        var page = page
        let hasSaid = call.query["done"] != nil && !page.banner.bytes.isEmpty
        page.heading =
            " class=\"brief\" id=\"\(Paths.headingID)\" tabindex=\"-1\"\(if: hasSaid, " aria-describedby=\"said\"")"
        if areOn { page.region = " data-keys tabindex=\"-1\"" }
        return page
    }

    /// Offers the keys to members who have not said yet whether they want them.
    func offer(_ slug: String) -> HTML {
        guard let session = call.session, session.queueKeys == nil else { return HTML() }
        let text = said.offerText([
            "approve": QueueKey.approve.rawValue, "skip": QueueKey.skip.rawValue, "undo": QueueKey.undo.rawValue,
        ])
        return """
            <section class="inset keyed" aria-labelledby="offer-h"><h2 class="small" id="offer-h">\(said.offer())</h2><p>\(text)</p>\
            <div class="row">\(turn(true, slug, said.turnOn(), style: "btn"))\
            \(turn(false, slug, said.noThanks()))</div></section>

            """
    }

    /// The list of the keys with what turns them off; in the queue itself also for those who have them off, with what turns them on.
    func list(_ slug: String) -> HTML {
        guard let isOn = call.session?.queueKeys else { return HTML() }
        let turning =
            isOn
            ? turn(false, slug, said.turnOff(), style: "btn alt")
            : turn(true, slug, said.turnOn(), style: "btn alt")
        let reasons = said.ofReason(["return": QueueKey.return.rawValue, "hide": QueueKey.hide.rawValue])
        return """
            <details class="card keyed no-print"><summary\(shortcut(.list))>\(said.heading())\(mark(.list))</summary>\
            <p>\(said.listText())</p><dl class="facts keys">\
            \(each: keys, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl><p>\(reasons)</p>\(turning)</details>

            """
    }

    private var keys: [(HTML, String)] {
        func key(_ key: QueueKey) -> HTML { "<kbd>\(key.rawValue)</kbd>" }
        func either(_ key: QueueKey, _ arrow: String) -> HTML { "<kbd>\(key.rawValue)</kbd>, <kbd>\(arrow)</kbd>" }
        return [
            (key(.approve), said.ofApprove()), (key(.return), said.ofReturn()), (key(.hide), said.ofHide()),
            (key(.dismiss), said.ofDismiss()), (key(.skip), said.ofSkip()), (key(.note), said.ofNote()),
            (key(.claim), said.ofClaim()), (key(.undo), said.ofUndo()),
            (either(.next, "↓"), said.ofNext()), (either(.previous, "↑"), said.ofPrevious()),
            ("<kbd>\(said.enter())</kbd>", said.ofOpen()), (key(.list), said.ofList()),
        ]
    }

    private func turn(_ isOn: Bool, _ slug: String, _ label: String, style: StaticString = "btn quiet") -> HTML {
        let done = isOn ? "keys-on" : "keys-off"
        return call.button(
            Paths.queueKeys,
            label,
            style: style,
            fields: [("keys", isOn ? "on" : "off"), ("next", Paths.queue(slug) + "?done=\(done)#" + Paths.headingID)]
        )
    }
}

extension SettingCard {
    /// For those who have a queue.
    static let queueKeys = SettingCard(
        "queue-keys",
        { $0.triage.keys.settingTitle() },
        if: { $0.session.map { $0.hasDuties || $0.queueKeys != nil } ?? false },
        card: { call, errors in QueueKeys(call: call).setting(errors) }
    )
}

extension QueueKeys {
    /// The card of the settings; tells what is wrong with what was sent.
    fileprivate func setting(_ errors: [FieldError]) -> HTML {
        let choices = [("off", said.off()), ("on", said.on())]
        return """
            <section class="card" id="queue-keys"><h2>\(said.settingTitle())</h2><p>\(said.settingText(["approve": QueueKey.approve.rawValue]))</p>\
            \(call.form(
                Paths.queueKeys,
                """
                \(call.select("keys", said.setting(), choices, chosen: areOn ? "on" : "off", errors))\
                \(call.submit(call.words.common.save(), busy: call.words.common.saving(), style: "btn alt"))
                """
            ))</section>

            """
    }
}
