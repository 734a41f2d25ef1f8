import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let gatherings = "/gatherings"
    static let newGathering = Address<String>("/c/{community}/gatherings/new")
    /// The form that changes a date.
    static let gathering = Address<ThreadID>("/t/{thread}/gathering")
    static let cancelGathering = Address<ThreadID>("/t/{thread}/gathering/cancel")
    static let skipGathering = Address<ThreadID>("/t/{thread}/gathering/skip")
    static let restoreGathering = Address<ThreadID>("/t/{thread}/gathering/restore")
    /// Has nobody told of what was changed.
    static let withholdNote = Address<ThreadID>("/t/{thread}/gathering/note/withhold")
    static let newSeries = Address<String>("/c/{community}/gatherings/new-series")
    /// The community and the series.
    static let series = Address<String, SeriesID>("/c/{community}/series/{series}")
    /// The form that changes it and its dates that are not over.
    static let changeSeries = Address<String, SeriesID>("/c/{community}/series/{series}/change")
    static let cancelSeries = Address<String, SeriesID>("/c/{community}/series/{series}/cancel")
    static let restoreSeries = Address<String, SeriesID>("/c/{community}/series/{series}/restore")
    /// Where a member says whether they come to all of its dates.
    static let answerSeries = Address<String, SeriesID>("/c/{community}/series/{series}/answer")
    /// Where its hosts decide about those of its dates that fall on holidays.
    static let seriesHolidays = Address<String, SeriesID>("/c/{community}/series/{series}/holidays")
    /// The lists of holidays of a community.
    static let holidays = Address<String>("/c/{community}/holidays")
    static let newHolidays = Address<String>("/c/{community}/holidays/new")
    static let changeHolidays = Address<String, HolidayListID>("/c/{community}/holidays/{list}/change")
    static let deleteHolidays = Address<String, HolidayListID>("/c/{community}/holidays/{list}/delete")
    /// Those that every community can use.
    static let siteHolidays = "/settings/holidays"
    static let newSiteHolidays = "/settings/holidays/new"
    static let changeSiteHolidays = Address<HolidayListID>("/settings/holidays/{list}/change")
    static let deleteSiteHolidays = Address<HolidayListID>("/settings/holidays/{list}/delete")
    /// Where a member says whether they come.
    static let answer = Address<ThreadID>("/t/{thread}/answer")
    /// Who answered.
    static let answers = Address<ThreadID>("/t/{thread}/answers")
    /// Where its hosts write to people by what they answered.
    static let message = Address<ThreadID>("/t/{thread}/message")
    /// Takes a message back, or off the page.
    static let withdrawMessage = Address<ThreadID>("/t/{thread}/message/withdraw")
    /// Where an item is added to the agenda of a date.
    static let newAgendaItem = Address<ThreadID>("/t/{thread}/agenda/new")
    /// Where what is to be done after a date is added.
    static let newFollowUp = Address<ThreadID>("/t/{thread}/follow-ups/new")
    /// Where a member says that they were at a date.
    static let attend = Address<ThreadID>("/t/{thread}/attend")
    /// Where its hosts tick who was there.
    static let attendance = Address<ThreadID>("/t/{thread}/attendance")
    /// Where they take it from the list of the tool in which people met.
    static let attendanceFile = Address<ThreadID>("/t/{thread}/attendance/file")
    /// Makes a certificate for a member who was there.
    static let makeCertificate = Address<ThreadID>("/t/{thread}/certificate")
    /// A certificate, for everyone who has its address: its code is a secret of its member.
    static let certificate = Address<String>("/certificates/{certificate}")
    /// Says how far it is.
    static let followUp = Address<FollowUpID>("/follow-ups/{followup}")
    /// Where the notes of a date are written.
    static let notes = Address<ThreadID>("/t/{thread}/notes")
    /// Where a question for a date is asked.
    static let questions = Address<ThreadID>("/t/{thread}/questions")
    /// Says that one wants to hear the answer to one.
    static let want = Address<PostID>("/p/{post}/wanted")
    static let unwant = Address<PostID>("/p/{post}/unwanted")
    /// Where its hosts say where its recording is.
    static let recording = Address<ThreadID>("/t/{thread}/recording")
    static let removeRecording = Address<ThreadID>("/t/{thread}/recording/remove")
    /// Where a discussion is put on the table of a date.
    static let table = Address<ThreadID>("/t/{thread}/table")
    static let agendaItem = Address<AgendaItemID>("/agenda/{agenda}")
    static let removeAgendaItem = Address<AgendaItemID>("/agenda/{agenda}/remove")
    /// What a member gets about the dates that they come to.
    static let gatheringMail = "/settings/mail/gatherings"
    /// For a calendar.
    static let gatheringFile = Address<ThreadID>("/t/{thread}.ics")
    /// Likewise, of the community and the series.
    static let seriesFile = Address<String, SeriesID>("/c/{community}/series/{series}.ics")
    /// What a calendar asks again and again, without a cookie; the token is a secret of its member.
    static let calendar = Address<String>("/calendar/{token}.ics")
    static let renewCalendar = "/gatherings/calendar/renew"

    /// The page of a date, which says what was done.
    static func gathering(_ id: ThreadID, done: String) -> String { thread(id) + "?done=" + done }

    /// Where the messages of its hosts stand, on the page of who answered.
    static func messages(_ id: ThreadID) -> String { answers(id) + "#messages-h" }
}

extension Paths {
    static let learning = "/me/learning"
    static let learningFile = "/me/learning.csv"
    static let newLearning = "/me/learning/new"
    static let removeLearning = Address<LearningEntryID>("/me/learning/{entry}/remove")
    static let restoreLearning = Address<LearningEntryID>("/me/learning/{entry}/restore")
}

extension PlacePaths {
    static let gatherings = PlacePage("/gatherings")
    var gatherings: String { Self.gatherings(self) }
    static let renewCalendar = PlacePage("/calendar/renew")
    /// Where the address of the calendar of a group is renewed.
    var renewCalendar: String { Self.renewCalendar(self) }
}

extension APIPaths {
    static let learning = "/me/learning"
    static let gatherings = "/gatherings"
    static let gathering = Address<ThreadID>("/gatherings/{thread}")
    static let answer = Address<ThreadID>("/gatherings/{thread}/answer")
    static let series = Address<SeriesID>("/series/{series}")
    static let seriesAnswer = Address<SeriesID>("/series/{series}/answer")
    static let seriesOfCommunity = Address<String>("/communities/{slug}/series")
    static let answers = Address<ThreadID>("/gatherings/{thread}/answers")
    static let agenda = Address<ThreadID>("/gatherings/{thread}/agenda")
    static let agendaItem = Address<AgendaItemID>("/agenda/{agenda}")
    static let calendar = "/me/calendar"
    static let renewCalendar = "/me/calendar/renew"
    static let followUps = Address<ThreadID>("/gatherings/{thread}/follow-ups")
    static let followUp = Address<FollowUpID>("/follow-ups/{followup}")
    static let notes = Address<ThreadID>("/gatherings/{thread}/notes")
    static let questions = Address<ThreadID>("/gatherings/{thread}/questions")
    static let want = Address<PostID>("/posts/{post}/wanted")
    static let recording = Address<ThreadID>("/gatherings/{thread}/recording")
    static let attendance = Address<ThreadID>("/gatherings/{thread}/attendance")
    static let attendanceOfMember = Address<ThreadID, MemberID>("/gatherings/{thread}/attendance/{member}")
    static let gatheringsOfCommunity = Address<String>("/communities/{slug}/gatherings")
}
