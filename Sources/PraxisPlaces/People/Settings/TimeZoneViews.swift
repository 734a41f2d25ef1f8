package import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The list of all time zones by part of the world, each with its city and how far it is from UTC now.
package struct ZoneSelectView {
    let call: Call
    let chosen: String
    let errors: [FieldError]
    /// Of the field.
    var name = "timeZone"
    var label: String?
    var hint: String?
    /// Lets the script choose the browser's own: for members who have not chosen yet.
    var asksBrowser = false

    package init(call: Call, chosen: String, errors: [FieldError], asksBrowser: Bool = false) {
        (self.call, self.chosen) = (call, chosen)
        (self.errors, self.asksBrowser) = (errors, asksBrowser)
    }

    /// A zone that is not the reader's own.
    package init(call: Call, _ name: String, _ label: String, hint: String, chosen: String, errors: [FieldError]) {
        self.init(call: call, chosen: chosen, errors: errors)
        self.name = name
        self.label = label
        self.hint = hint
    }

    private var words: ZoneWords { call.words.zones }

    package var html: HTML {
        let sentence = call.sentence(name, errors)
        let described = sentence == nil ? "\(name)-hint" : "\(name)-hint \(name)-error"
        return """
            <div class="field\(if: sentence != nil, " bad")"><label for="\(name)">\(label ?? call.words.people.settings.timeZone())</label>\
            <span class="hint" id="\(name)-hint">\(hint ?? words.hint())</span>\
            \(sentence.map { "<span class=\"error\" id=\"\(name)-error\">\($0)</span>" as HTML })\
            <select id="\(name)" name="\(name)" aria-describedby="\(described)"\(if: sentence != nil, " aria-invalid=\"true\"")\
            \(if: asksBrowser, " data-zone")>\(ZoneOptions.kept(call.words, at: call.now).html(chosen: chosen))</select></div>
            """
    }
}
