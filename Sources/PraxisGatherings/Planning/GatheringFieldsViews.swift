import HTML
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The fields that the forms of a date and of a series share.
struct GatheringFieldsView {
    let call: Call
    let typed: Fields
    let errors: [FieldError]

    private var said: GatheringWords { call.words.gatherings }

    /// Day, time and zone; `day` is what the day is called.
    func when(_ day: String) -> HTML {
        """
        \(field("date", day, type: "date"))
        \(field("time", said.fields.time(), type: "time"))
        \(ZoneSelectView(call: call, "zone", said.fields.zone(), hint: said.fields.zoneHint(), chosen: typed.text("zone"), errors: errors).html)
        """
    }

    /// Length, and how people take part.
    var how: HTML {
        """
        \(field("minutes", said.fields.minutes(), type: "number"))
        \(call.radios("mode", said.how(), modes, chosen: typed.text("mode"), errors))
        \(field("place", said.fields.place(), hint: said.fields.placeHint()))
        \(field("joinLink", said.fields.joinLink(), hint: said.fields.joinLinkHint()))
        \(field("capacity", said.fields.capacity(), hint: said.fields.capacityHint(), type: "number"))
        """
    }

    private var modes: [FormChoice] {
        [
            FormChoice(GatheringMode.online, said.mode.online()),
            FormChoice(GatheringMode.inPerson, said.mode.inPerson()),
            FormChoice(GatheringMode.hybrid, said.mode.hybrid()),
        ]
    }

    /// In which group, if there is a choice.
    func groups(_ places: [PlanningPlace]) -> HTML {
        if places.count == 1 { return "<input type=\"hidden\" name=\"group\" value=\"\(places[0].slug)\">" }
        let choices = [("", said.fields.chooseGroup())] + places.map { ($0.slug, $0.name) }
        return call.select("group", said.fields.group(), choices, chosen: typed.text("group"), errors)
    }

    func field(
        _ name: String,
        _ label: String,
        hint: String = "",
        type: StaticString = "text",
        isArea: Bool = false
    ) -> HTML {
        var field = Field(name, label, value: typed.text(name), errors: errors)
        (field.hint, field.type) = (hint, type)
        field.isArea = isArea
        // As wide as what goes into it.
        if type.description != "text" { field.style = "short" }
        return call.field(field)
    }
}

/// Where one goes without sending a form, in the words of all forms about dates: here to cancel is something else.
struct GoBackLink {
    let call: Call
    let path: String

    init(_ call: Call, _ path: String) { (self.call, self.path) = (call, path) }

    var html: HTML { " <a class=\"btn alt\" href=\"\(path)\">\(call.words.gatherings.goBack())</a>" }
}
