<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>The business mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user setup card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {day} at {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the business mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the module setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user setup card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of {record}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} of {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} added {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} changed {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} merged {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} removed {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} was refused on {day} at {time} UTC: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Answered by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller card - {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the card (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page is set up for this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open first record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open possible match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note for this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} records in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} records with this number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialBox</name>
    <message>
        <source>A number has digits, spaces and + ( ) - . / only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the names, or type a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter dials {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names from the directory appear here while you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the directory matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open record (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record has no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number, or another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialDelegate</name>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>A number to dial may hold digits, blanks, brackets, dashes and a plus sign in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a phone program for {scheme} links in the settings of the system, or another method under [dial] in config.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another method under [dial]; tel works with most phone programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial it on the phone itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial them on the phone itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialling through TAPI is not available on this desk yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency numbers are not dialled from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable it under [sources.baresip].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service codes with * or # are not dialled from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams dials complete numbers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number was not dialled: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number to dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows says {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number with its area code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip is not enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dial.template {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an https address, or one that begins with {schemes} and a colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold {number} once, and no other placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} found no program that takes it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Another import into {name} is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the directory again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory {file} was damaged and is now {name}; an empty one takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory {name} cannot be opened or written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory {name} cannot be used at the moment ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory {name} is damaged ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; {name} keeps its old data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused to read or write {name}; it keeps its old data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record {table} {no} is not in the directory any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>CTI Tray met an error that nobody expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more; see {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Check the rights of the file and its folder, and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start CTI Tray; it makes a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be kept private: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy number (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noted for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call still goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call belongs to no record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What CTI Tray did and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>1 call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet. Connect a phone, and its calls appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, number, record or kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest {0} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Icon</name>
    <message>
        <source>Dial...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to Microsoft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>A new journal was begun; calls go on as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer CTI Tray again, or name another data folder in CTI_TRAY_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is replaced at the next start of the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call journal {file} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call journal {file} holds a value that cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call journal {file} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call journal {file} was damaged and is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call journal {file} was written by a newer CTI Tray (version {version}, this one knows {known}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>Last call: {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed by us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they called, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we called, not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we called, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>Ask your administrator to activate you in the product user list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator to enter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTI Tray has no licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are still kept in Recent calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No caller cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence of CTI Tray has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are known to CTI Tray, but not activated yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice - {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>An internal fault; see the log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check [dial] in config.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that baresip has a working account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {phone} at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial #96*5* on a phone at the box if its call monitor is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialling is not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the other program and restart CTI Tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has failed; restart CTI Tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its module menu is missing, so that it can neither dial nor list its calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening for calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to {phone} at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port of this machine can be listened on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at {address} ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or choose another port under [sources.receiver] in config.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start baresip with the module ctrl_tcp, and check the address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off, or not set up: see [sources.{name}] in config.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off; only commands are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to {address} broke ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to {address} was closed by the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s port {port} is taken by another program, so phones that report to it are not heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file cannot be written; the token changes with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file was damaged; there is a new token, so phones must be set up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number cannot be given to baresip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {address} is not baresip&apos;s ctrl_tcp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at {address} is not the call monitor of a FRITZ!Box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip at {address} does not answer; another program may have taken its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip did not begin a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip has no such call any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baresip refused to {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cti-tray receiver shows the new address and token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it refuses the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no way to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system error {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the FRITZ!Box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Check the card page in the business mapping and the default browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the record could not be opened in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Activity written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM is not active in the module setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM is not active on your setup card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTI Tray ended during the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTI Tray ended during the call, before it was connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTI Tray ended during the call; no activity was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card closed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activity: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a possible match never opens by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for an outgoing call it is a button on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incoming calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {n} cards of ended calls were on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no page is set up for this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no phone reported how the call ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no record has this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outgoing calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outgoing calls that nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call ended before the card was to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call turned out to be the same as another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded; such a card closes after 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the licence has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the module setup has a template for {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number was withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the product is not licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the template for {kind} is blank on your setup card and in the module setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user has no licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you chose the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you closed the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you dialled with CTI Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup card has a template for {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered before the card opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup does not open it by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens it by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens it by itself, and you chose this record for the number before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens the card of every outgoing call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens the card only for calls that you dial with CTI Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens the card when a call comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered, and this one was not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} records have this number, and none was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rest}, {n} s after the call came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rest}; CTI Tray ended during the call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Call this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master data - {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record has no further fields.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Ask your administrator to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 127.0.0.1:4444.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into PostgreSQL&apos;s password file (pgpass).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it with the encoding UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {name} is fixed by the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {since} are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key {name} in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than {size} kB and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a TOML file: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: store.url holds a password; put it into PostgreSQL&apos;s password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: unknown key {name}; it is kept and not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set there: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set without changing something else; change it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} is fixed by the administrator; the value here is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} must not hold a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {name} {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {table} must be a table, written [{table}].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be a host and a port, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {entry} is no key and no table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Ask an administrator of CTI Tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTI Tray is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its rights and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate a user or add seats first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a valid licence first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;cti-tray[postgresql]&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again. The driver says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the new values and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a licensed administrator may do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart CTI Tray to connect anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it to &quot;{name}&quot; or to a PostgreSQL address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup met an error that nobody expected: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again to change the setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not allow this to your database user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not hold the tables of CTI Tray as they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The driver for PostgreSQL is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence has 1 seat, and {wanted} would be needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence has {total} seats, and {wanted} would be needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence of CTI Tray is: {state}. Setup can be read but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next start begins with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup file {file} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup file {file} is damaged and cannot be moved away: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup file {file} is damaged. It was kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup file {where} cannot be used: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup file {where} is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup in {where} is of a newer version of CTI Tray (format {version}, newest known is {newest}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup in {where} was changed at the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user with the number {number}; they may have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user is not known in the setup store any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update CTI Tray on this computer; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows does not say under which account CTI Tray runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty, and so is the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its only row is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store.url is not an address of a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store.url: this version cannot keep its setup in Business Central.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that of user {number} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the last licensed administrator and keeps role and licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} was changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} was changed meanwhile: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is known already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory from {0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>has a brace without its partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an unknown placeholder {unknown}; known are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {count} characters, at most {most} are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {count} rows, at most {most} are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an address that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be &quot;{first}&quot;, &quot;{second}&quot; or an address that begins with &quot;{scheme}://&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a country code of two letters such as NL, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a date such as 2027-12-31, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of field names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of texts, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a sign-in name such as anna@example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 1 to 9999, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from {lowest} to {highest}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number of seconds from 0 to {most}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an address with {placeholder} in it, such as &quot;sip:{placeholder}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an https address, a Business Central page number, {builtin} or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an https address, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object with named values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be digits, * or #, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be given for a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be host and port such as &quot;127.0.0.1:4444&quot;, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {choices}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {first} or {last}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {what}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name one plain host, without user name and blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name one plain host, without user name or placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be a script or a file address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not hold blanks, quotes, angle brackets or backslashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not hold control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a Windows account or a sign-in name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key; known are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
