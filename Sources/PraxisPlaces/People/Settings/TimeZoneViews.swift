import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The list of all time zones by part of the world, each with its city and how far it is from UTC now.
    ///
    /// `asksBrowser` lets the script choose the browser's own: for members who have not chosen yet.
    func zoneSelect(_ chosen: String, _ errors: [FieldError], asksBrowser: Bool = false) -> HTML {
        let sentence = sentence("timeZone", errors)
        let described = sentence == nil ? "timeZone-hint" : "timeZone-hint timeZone-error"
        return """
            <div class="field\(if: sentence != nil, " bad")"><label for="timeZone">\(peopleWords.settings.timeZone())</label>\
            <span class="hint" id="timeZone-hint">\(words.zones.hint())</span>\
            \(sentence.map { "<span class=\"error\" id=\"timeZone-error\">\($0)</span>" as HTML })\
            <select id="timeZone" name="timeZone" aria-describedby="\(described)"\(if: sentence != nil, " aria-invalid=\"true\"")\
            \(if: asksBrowser, " data-zone")>\(each: TimeZonePlan.offered(at: now), { zones($0.region, $0.choices, chosen) })</select></div>
            """
    }

    private func zones(_ region: TimeZonePlan.Region, _ choices: [TimeZonePlan.Choice], _ chosen: String) -> HTML {
        "<optgroup label=\"\(words.zones.name(of: region))\">\(each: choices, { zone($0, isChosen: $0.name == chosen) })</optgroup>\n"
    }

    private func zone(_ zone: TimeZonePlan.Choice, isChosen: Bool) -> HTML {
        let label = words.zones.option(["city": zone.city, "offset": zone.offset])
        return "<option value=\"\(zone.name)\"\(if: isChosen, " selected")>\(label)</option>"
    }
}

extension ZoneWords {
    fileprivate func name(of region: TimeZonePlan.Region) -> String {
        switch region {
        case .africa: africa()
        case .america: america()
        case .antarctica: antarctica()
        case .arctic: arctic()
        case .asia: asia()
        case .atlantic: atlantic()
        case .australia: australia()
        case .europe: europe()
        case .indian: indian()
        case .pacific: pacific()
        case .other: elsewhere()
        }
    }
}
