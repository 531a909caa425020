### The Graph console.

graph-lead =
    Microsoft Graph v1.0 for this tenant, with the same properties, status codes and messages. Requests never leave
    the browser.
request = Request
method = Method
url = Address
request-body = Body of the request
request-body-example = JSON
headers = Headers
request-headers = Headers of the request
headers-example = ConsistencyLevel: eventual
id-names = Names behind the ids
send = Send
send-keys = Ctrl Enter
ready-made = Examples
ready-to-find = Find what is wrong
ready-to-read = Look around
ready-to-change = Change something
answer = Response
answer-part = Show
answer-body = Body of the response
body = Body
copy-answer = Copy the response
save-answer = Download the response
nothing-sent = Send a request, or start with an example. Whatever a request changes can be undone.
no-content = No content: the status says it all.
deviations = Different from Graph on purpose
sent = Sent
transcript = Transcript
transcript-language = Language of the transcript
as-graph = Graph
as-powershell = PowerShell
as-words = Words
copy = Copy
copied = Copied.
not-copied = The browser does not allow copying here. Download it instead.
nothing-done = Nothing has been done yet.
names-in-braces = Names in braces are replaced by ids when you copy.
has-the-methods = { " " }does the same from the browser's own console.
headers-of = Headers { NUMBER($number) }
count-requests = { $number ->
    [one] { $number } request
   *[other] { $number } requests
}
earlier-entries = { $number ->
    [one] { $number } earlier entry
   *[other] { $number } earlier entries
}
lines-shown = The first { NUMBER($shown) } of { $all ->
    [one] { $all } line
   *[other] { $all } lines
} are shown. Download the rest.
save-as = Download { $file }
and-more = { $number ->
    [one] { $what }, and { $number } more action
   *[other] { $what }, and { $number } more actions
}
