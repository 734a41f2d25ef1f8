import PraxisDomain
import PraxisWeb

/// Who was at a date, as the API says it: how many, what is known of its reader, and for its hosts everyone.
struct AttendanceJSON: JSONObject {
    let read: ReadAttendance

    static let shape = JSONShape<AttendanceJSON>(
        "Attendance",
        [
            .field("present", .integer(), \.read.attendance.present),
            .nullable("mine", AttendedJSON.schema) { $0.read.own.map { AttendedJSON(attended: $0) } },
            .optional("people", .list(AttendancePersonJSON.schema)) {
                $0.read.people?.map { AttendancePersonJSON(person: $0) }
            },
        ]
    )
}

/// What is known of one person at a date.
struct AttendedJSON: JSONObject {
    let attended: Attended

    static let shape = JSONShape<AttendedJSON>(
        "Attended",
        [
            .field("present", .truth, \.attended.isPresent), .field("minutes", .integer(), \.attended.minutes),
            .field("way", .word(AttendanceWay.self), \.attended.way.rawValue),
        ]
    )
}

/// The same, with who it is.
struct AttendancePersonJSON: JSONObject {
    let person: AttendancePerson

    static let shape = JSONShape<AttendancePersonJSON>(
        "AttendancePerson",
        [
            .field("id", .id, \.person.member.description), .field("name", .string(), \.person.name),
            .field("present", .truth, \.person.isPresent),
            .nullable("minutes", .integer(), \.person.attended?.minutes),
            .nullable("way", .word(AttendanceWay.self)) { $0.person.attended?.way.rawValue },
        ]
    )
}
