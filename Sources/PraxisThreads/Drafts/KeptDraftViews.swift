import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension KeptFormPart {
    /// What was to be posted: where that is and who reads it, and that it can be kept as a draft instead.
    static let drafts = KeptFormPart { call, kept in
        let place = kept.value("place").flatMap { call.draftTarget($0) }?.ofDrafts?.choosing(kept.value("group"))
        guard let place else { return nil }
        let setting = try await call.read { try WritingSetting.ofDraft(place.openFacts($0), $0.db) }
        let view = KeptDraftView(call: call)
        return Content(place: setting.map(view.destination) ?? HTML(), instead: view.instead)
    }
}

private struct KeptDraftView {
    let call: Call

    func destination(_ setting: WritingSetting) -> HTML {
        """
        <p class="meta">\(setting.community.name) · \(setting.group.name)\(setting.thread.map { " · " + $0.title })</p>\(ReadersView(call: call).strip(setting.audience))
        """
    }

    var instead: HTML {
        let words = call.words.people.signIn
        return """
             <button class="btn alt" formaction="\(Paths.drafts)">\(words.saveInstead())</button> \
            <button class="btn quiet danger" formaction="\(Paths.discardDraft)">\(words.doNotSend())</button>
            """
    }
}
