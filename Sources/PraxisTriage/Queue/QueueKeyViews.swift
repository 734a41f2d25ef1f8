package import HTML
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

    /// A request that is declined goes the way of a post that is removed.
    init(_ verb: QueueVerb) {
        switch verb {
        case .approve, .keep, .showAgain, .accept: self = .approve
        case .giveBack: self = .return
        case .hide, .decline: self = .hide
        case .leave, .lookAfter: self = .dismiss
        }
    }
}

extension Call {
    private var keyWords: QueueKeyWords { words.triage.keys }

    /// Whether the keys are on for the viewer.
    var hasQueueKeys: Bool { session?.queueKeys == true }

    /// The key behind a label, for those who turned the keys on; not shown if none can be pressed.
    package func mark(_ key: QueueKey?) -> HTML {
        guard let key, hasQueueKeys else { return HTML() }
        return " <span class=\"keyed\">\(keyWords.mark(["key": key.rawValue]))</span>"
    }

    /// What names the key to the script and to screen readers, at the control that it works.
    func shortcut(_ key: QueueKey?) -> HTML {
        guard let key, hasQueueKeys else { return HTML() }
        return " aria-keyshortcuts=\"\(key.rawValue)\""
    }

    /// Makes a page one of the queue's: an act leads to its heading, and keys work in what it holds, if they are on.
    func inQueue(_ page: Page) -> Page {
        var page = page
        let hasSaid = query["done"] != nil && !page.banner.bytes.isEmpty
        page.heading = " id=\"\(Paths.headingID)\" tabindex=\"-1\"\(if: hasSaid, " aria-describedby=\"said\"")"
        if hasQueueKeys { page.region = " data-keys tabindex=\"-1\"" }
        return page
    }

    /// Offers the keys to members who have not said yet whether they want them.
    func keyOffer(_ slug: String) -> HTML {
        guard let session, session.queueKeys == nil else { return HTML() }
        let text = keyWords.offerText([
            "approve": QueueKey.approve.rawValue, "skip": QueueKey.skip.rawValue, "undo": QueueKey.undo.rawValue,
        ])
        return """
            <section class="inset keyed" aria-labelledby="offer-h"><h2 class="small" id="offer-h">\(keyWords.offer())</h2><p>\(text)</p>\
            <div class="row">\(turn(true, slug, keyWords.turnOn(), style: "btn"))\
            \(turn(false, slug, keyWords.noThanks()))</div></section>

            """
    }

    /// The list of the keys with what turns them off; in the queue itself also for those who have them off, with what turns them on.
    func keyList(_ slug: String) -> HTML {
        guard let isOn = session?.queueKeys else { return HTML() }
        let turning =
            isOn
            ? turn(false, slug, keyWords.turnOff(), style: "btn alt")
            : turn(true, slug, keyWords.turnOn(), style: "btn alt")
        let reasons = keyWords.ofReason(["return": QueueKey.return.rawValue, "hide": QueueKey.hide.rawValue])
        return """
            <details class="card keyed no-print"><summary\(shortcut(.list))>\(keyWords.heading())\(mark(.list))</summary>\
            <p>\(keyWords.listText())</p><dl class="facts keys">\
            \(each: keys, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl><p>\(reasons)</p>\(turning)</details>

            """
    }

    private var keys: [(HTML, String)] {
        func key(_ key: QueueKey) -> HTML { "<kbd>\(key.rawValue)</kbd>" }
        func either(_ key: QueueKey, _ arrow: String) -> HTML { "<kbd>\(key.rawValue)</kbd>, <kbd>\(arrow)</kbd>" }
        return [
            (key(.approve), keyWords.ofApprove()), (key(.return), keyWords.ofReturn()), (key(.hide), keyWords.ofHide()),
            (key(.dismiss), keyWords.ofDismiss()), (key(.skip), keyWords.ofSkip()), (key(.note), keyWords.ofNote()),
            (key(.claim), keyWords.ofClaim()), (key(.undo), keyWords.ofUndo()),
            (either(.next, "↓"), keyWords.ofNext()), (either(.previous, "↑"), keyWords.ofPrevious()),
            ("<kbd>\(keyWords.enter())</kbd>", keyWords.ofOpen()), (key(.list), keyWords.ofList()),
        ]
    }

    private func turn(_ isOn: Bool, _ slug: String, _ label: String, style: StaticString = "btn quiet") -> HTML {
        let done = isOn ? "keys-on" : "keys-off"
        return button(
            Paths.queueKeys,
            label,
            style: style,
            fields: [("keys", isOn ? "on" : "off"), ("next", Paths.queue(slug) + "?done=\(done)#" + Paths.headingID)]
        )
    }
}

extension SettingCard {
    /// For those who have a queue.
    static let queueKeys = SettingCard { call, errors in
        guard let session = call.session, session.hasDuties || session.queueKeys != nil else { return nil }
        return call.queueKeysCard(errors)
    }
}

extension Call {
    fileprivate func queueKeysCard(_ errors: [FieldError]) -> HTML {
        let words = self.words.triage.keys
        let isOn = hasQueueKeys
        let choices = [("off", words.off()), ("on", words.on())]
        return """
            <section class="card"><h2>\(words.settingTitle())</h2><p>\(words.settingText(["approve": QueueKey.approve.rawValue]))</p>\
            \(form(
                Paths.queueKeys,
                """
                \(select("keys", words.setting(), choices, chosen: isOn ? "on" : "off", errors))\
                \(submit(self.words.common.save(), busy: self.words.common.saving(), style: "btn alt"))
                """
            ))</section>

            """
    }
}
