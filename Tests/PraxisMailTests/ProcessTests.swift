import Testing

/// The suites that start programs, one test at a time, since they count this process's descriptors and children.
@Suite("Outside this process", .serialized) enum ProcessTests {}
