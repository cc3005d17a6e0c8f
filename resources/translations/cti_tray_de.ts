<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>The business mapping</source>
        <translation>Die Tabellenzuordnung</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>Die Lizenz</translation>
    </message>
    <message>
        <source>The module setup</source>
        <translation>Die Moduleinrichtung</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>Der Benutzer</translation>
    </message>
    <message>
        <source>The user setup card</source>
        <translation>Die Benutzerkarte</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>from {old} to {new}</source>
        <translation>von {old} auf {new}</translation>
    </message>
    <message>
        <source>on {day} at {time} UTC</source>
        <translation>am {day} um {time} UTC</translation>
    </message>
    <message>
        <source>the business mapping</source>
        <translation>Tabellenzuordnung</translation>
    </message>
    <message>
        <source>the licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>the module setup</source>
        <translation>Moduleinrichtung</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>the user setup card</source>
        <translation>Benutzerkarte</translation>
    </message>
    <message>
        <source>{field} of {record}</source>
        <translation>{field} ({record})</translation>
    </message>
    <message>
        <source>{record} of {user}</source>
        <translation>{record} von {user}</translation>
    </message>
    <message>
        <source>{who} added {place}</source>
        <translation>{who} hat hinzugefügt: {place}</translation>
    </message>
    <message>
        <source>{who} changed {place}</source>
        <translation>{who} hat geändert: {place}</translation>
    </message>
    <message>
        <source>{who} merged {place}</source>
        <translation>{who} hat zusammengeführt: {place}</translation>
    </message>
    <message>
        <source>{who} removed {place}</source>
        <translation>{who} hat entfernt: {place}</translation>
    </message>
    <message>
        <source>{who} was refused on {day} at {time} UTC: {what}</source>
        <translation>{who} wurde abgewiesen am {day} um {time} UTC: {what}</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Answered by another</source>
        <translation>Anderswo angenommen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Erneut anrufen</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Anruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>Call lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Caller card - {0}</source>
        <translation>Anruferkarte - {0}</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Nummer wird gewählt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the card (Esc)</source>
        <translation>Die Karte schließen (Esc)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Declined {0}</source>
        <translation>Abgelehnt {0}</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Missed {0}</source>
        <translation>Verpasst {0}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No page is set up for this table</source>
        <translation>Für diese Tabelle ist keine Seite eingerichtet</translation>
    </message>
    <message>
        <source>Not in the directory</source>
        <translation>Nicht im Adressbuch</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for this call</source>
        <translation>Notiz zu diesem Anruf</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>Nummer nicht vergeben</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Open first record</source>
        <translation>Ersten öffnen</translation>
    </message>
    <message>
        <source>Open possible match</source>
        <translation>Treffer öffnen</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Possible match</source>
        <translation>Möglicher Treffer</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Search directory</source>
        <translation>Im Adressbuch suchen</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Write a note for this call</source>
        <translation>Eine Notiz zu diesem Anruf schreiben</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <source>{0} records in {1}</source>
        <translation>{0} Datensätze in {1}</translation>
    </message>
    <message>
        <source>{0} records with this number</source>
        <translation>{0} Datensätze mit dieser Nummer</translation>
    </message>
</context>
<context>
    <name>DialBox</name>
    <message>
        <source>&amp;Dial</source>
        <translation>&amp;Wählen</translation>
    </message>
    <message>
        <source>&amp;Open record</source>
        <translation>Datensatz &amp;öffnen</translation>
    </message>
    <message>
        <source>A number has digits, spaces and + ( ) - . / only.</source>
        <translation>Eine Nummer hat nur Ziffern, Leerzeichen und + ( ) - . /</translation>
    </message>
    <message>
        <source>Choose one of the names, or type a number.</source>
        <translation>Wählen Sie einen der Namen, oder geben Sie eine Nummer ein.</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Enter dials {0}</source>
        <translation>Enter wählt {0}</translation>
    </message>
    <message>
        <source>Found in the directory</source>
        <translation>Im Adressbuch gefunden</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Names from the directory appear here while you type.</source>
        <translation>Namen aus dem Adressbuch erscheinen hier, während Sie tippen.</translation>
    </message>
    <message>
        <source>Nothing in the directory matches.</source>
        <translation>Im Adressbuch wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Open record (Ctrl+Enter)</source>
        <translation>Datensatz öffnen (Strg+Enter)</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>Diese Nummer ist zu lang.</translation>
    </message>
    <message>
        <source>This record has no number.</source>
        <translation>Dieser Datensatz hat keine Nummer.</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Geben Sie einen Namen oder eine Nummer ein.</translation>
    </message>
    <message>
        <source>Type a number, or another name.</source>
        <translation>Geben Sie eine Nummer oder einen anderen Namen ein.</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Nummer</translation>
    </message>
</context>
<context>
    <name>DialDelegate</name>
    <message>
        <source>no number</source>
        <translation>keine Nummer</translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>A number to dial may hold digits, blanks, brackets, dashes and a plus sign in front.</source>
        <translation>Eine zu wählende Nummer darf Ziffern, Leerzeichen, Klammern, Striche und ein Pluszeichen am Anfang enthalten.</translation>
    </message>
    <message>
        <source>Choose a phone program for {scheme} links in the settings of the system, or another method under [dial] in config.toml.</source>
        <translation>Wählen Sie in den Einstellungen des Systems ein Telefonprogramm für {scheme}-Links, oder ein anderes Verfahren unter [dial] in config.toml.</translation>
    </message>
    <message>
        <source>Choose another method under [dial]; tel works with most phone programs.</source>
        <translation>Wählen Sie ein anderes Verfahren unter [dial]; tel funktioniert mit den meisten Telefonprogrammen.</translation>
    </message>
    <message>
        <source>Dial it on the phone itself.</source>
        <translation>Wählen Sie sie am Telefon selbst.</translation>
    </message>
    <message>
        <source>Dial them on the phone itself.</source>
        <translation>Wählen Sie sie am Telefon selbst.</translation>
    </message>
    <message>
        <source>Dialling through TAPI is not available on this desk yet.</source>
        <translation>Das Wählen über TAPI ist an diesem Arbeitsplatz noch nicht verfügbar.</translation>
    </message>
    <message>
        <source>Emergency numbers are not dialled from here.</source>
        <translation>Notrufnummern werden nicht von hier gewählt.</translation>
    </message>
    <message>
        <source>Enable it under [sources.baresip].</source>
        <translation>Schalten Sie es unter [sources.baresip] ein.</translation>
    </message>
    <message>
        <source>Service codes with * or # are not dialled from here.</source>
        <translation>Servicecodes mit * oder # werden nicht von hier gewählt.</translation>
    </message>
    <message>
        <source>Teams dials complete numbers only.</source>
        <translation>Teams wählt nur vollständige Nummern.</translation>
    </message>
    <message>
        <source>The number was not dialled: {reason}.</source>
        <translation>Die Nummer wurde nicht gewählt: {reason}.</translation>
    </message>
    <message>
        <source>There is no number to dial.</source>
        <translation>Es gibt keine Nummer zum Wählen.</translation>
    </message>
    <message>
        <source>Windows says {reason}</source>
        <translation>Windows meldet {reason}</translation>
    </message>
    <message>
        <source>Write the number with its area code.</source>
        <translation>Schreiben Sie die Nummer mit ihrer Vorwahl.</translation>
    </message>
    <message>
        <source>baresip is not enabled.</source>
        <translation>baresip ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>dial.template {problem}.</source>
        <translation>dial.template {problem}.</translation>
    </message>
    <message>
        <source>must be an https address, or one that begins with {schemes} and a colon</source>
        <translation>muss eine https-Adresse sein, oder eine, die mit {schemes} und einem Doppelpunkt beginnt</translation>
    </message>
    <message>
        <source>must hold {number} once, and no other placeholder</source>
        <translation>muss {number} einmal enthalten und keinen anderen Platzhalter</translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason})</source>
        <translation>{program} kann nicht gestartet werden ({reason})</translation>
    </message>
    <message>
        <source>{program} found no program that takes it</source>
        <translation>{program} hat kein Programm dafür gefunden</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Another import into {name} is running.</source>
        <translation>Es läuft bereits ein Import in {name}.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>Check the rights of the folder.</source>
        <translation>Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importieren Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Import the directory again.</source>
        <translation>Importieren Sie das Adressbuch erneut.</translation>
    </message>
    <message>
        <source>The directory {file} was damaged and is now {name}; an empty one takes its place.</source>
        <translation>Das Adressbuch {file} war beschädigt und heißt jetzt {name}; ein leeres tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>The directory {name} cannot be opened or written to.</source>
        <translation>Das Adressbuch {name} kann nicht geöffnet oder beschrieben werden.</translation>
    </message>
    <message>
        <source>The directory {name} cannot be used at the moment ({error}).</source>
        <translation>Das Adressbuch {name} kann im Moment nicht benutzt werden ({error}).</translation>
    </message>
    <message>
        <source>The directory {name} is damaged ({error}).</source>
        <translation>Das Adressbuch {name} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The disk is full; {name} keeps its old data.</source>
        <translation>Das Laufwerk ist voll; {name} behält die alten Daten.</translation>
    </message>
    <message>
        <source>The disk refused to read or write {name}; it keeps its old data.</source>
        <translation>Das Laufwerk kann {name} nicht lesen oder schreiben; die alten Daten bleiben.</translation>
    </message>
    <message>
        <source>The record {table} {no} is not in the directory any more.</source>
        <translation>Der Datensatz {table} {no} steht nicht mehr im Adressbuch.</translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation>Versuchen Sie es erneut, wenn er beendet ist.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>CTI Tray met an error that nobody expected.</source>
        <translation>In CTI Tray ist ein unerwarteter Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Beschädigte Datei</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Phone source</source>
        <translation>Telefonquelle</translation>
    </message>
    <message>
        <source>See {file}.</source>
        <translation>Siehe {file}.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>{more} more; see {file}.</source>
        <translation>{more} weitere; siehe {file}.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Check the rights of the file and its folder, and the free space.</source>
        <translation>Prüfen Sie die Rechte der Datei und ihres Ordners sowie den freien Platz.</translation>
    </message>
    <message>
        <source>Start CTI Tray; it makes a new one.</source>
        <translation>Starten Sie CTI Tray; es legt eine neue an.</translation>
    </message>
    <message>
        <source>The file {file} cannot be kept private: {reason}.</source>
        <translation>Die Datei {file} kann nicht vor anderen geschützt werden: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {reason}.</source>
        <translation>Die Datei {file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation>Die Datei {file} ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>&amp;Open record</source>
        <translation>Datensatz &amp;öffnen</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Call back (Ctrl+D)</source>
        <translation>Zurückrufen (Strg+D)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy number (Ctrl+C)</source>
        <translation>Nummer kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nothing was noted for this call.</source>
        <translation>Zu diesem Anruf wurde nichts festgehalten.</translation>
    </message>
    <message>
        <source>The call still goes on.</source>
        <translation>Der Anruf läuft noch.</translation>
    </message>
    <message>
        <source>This call belongs to no record</source>
        <translation>Dieser Anruf gehört zu keinem Datensatz</translation>
    </message>
    <message>
        <source>What CTI Tray did and why</source>
        <translation>Was CTI Tray getan hat und warum</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Clear search</source>
        <translation>&amp;Suche löschen</translation>
    </message>
    <message>
        <source>&amp;Connect a phone</source>
        <translation>&amp;Ein Telefon verbinden</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Anruf</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Name, number, record or kind of call</source>
        <translation>Name, Nummer, Datensatz oder Anrufart</translation>
    </message>
    <message>
        <source>No call matches the search.</source>
        <translation>Kein Anruf gefunden.</translation>
    </message>
    <message>
        <source>No calls yet. Connect a phone, and its calls appear here.</source>
        <translation>Noch keine Anrufe. Verbinden Sie ein Telefon, dann erscheinen seine Anrufe hier.</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Letzte Anrufe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>The newest {0} calls</source>
        <translation>Die neuesten {0} Anrufe</translation>
    </message>
    <message>
        <source>{0} calls</source>
        <translation>{0} Anrufe</translation>
    </message>
    <message>
        <source>{0} of {1} calls</source>
        <translation>{0} von {1} Anrufen</translation>
    </message>
</context>
<context>
    <name>Icon</name>
    <message>
        <source>Dial...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Letzte Anrufe</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Sign in again to Microsoft</source>
        <translation>Erneut bei Microsoft anmelden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>A new journal was begun; calls go on as usual.</source>
        <translation>Ein neues Journal wurde begonnen; Anrufe laufen wie gewohnt weiter.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Install the newer CTI Tray again, or name another data folder in CTI_TRAY_HOME.</source>
        <translation>Installieren Sie das neuere CTI Tray erneut, oder nennen Sie in CTI_TRAY_HOME einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>It is replaced at the next start of the tray.</source>
        <translation>Es wird beim nächsten Start ersetzt.</translation>
    </message>
    <message>
        <source>The call journal {file} cannot be used: {reason}.</source>
        <translation>Das Anrufjournal {file} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The call journal {file} holds a value that cannot be read: {error}.</source>
        <translation>Das Anrufjournal {file} enthält einen unlesbaren Wert: {error}.</translation>
    </message>
    <message>
        <source>The call journal {file} is damaged.</source>
        <translation>Das Anrufjournal {file} ist beschädigt.</translation>
    </message>
    <message>
        <source>The call journal {file} was damaged and is kept as {name}.</source>
        <translation>Das Anrufjournal {file} war beschädigt und wurde als {name} aufgehoben.</translation>
    </message>
    <message>
        <source>The call journal {file} was written by a newer CTI Tray (version {version}, this one knows {known}).</source>
        <translation>Das Anrufjournal {file} wurde von einem neueren CTI Tray geschrieben (Version {version}, dieses kennt {known}).</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>Last call: {0}, {1}</source>
        <translation>Letzter Anruf: {0}, {1}</translation>
    </message>
    <message>
        <source>answered by another</source>
        <translation>anderswo angenommen</translation>
    </message>
    <message>
        <source>missed by us</source>
        <translation>von uns verpasst</translation>
    </message>
    <message>
        <source>they called, {0}</source>
        <translation>Anruf an uns, {0}</translation>
    </message>
    <message>
        <source>we called, not answered</source>
        <translation>Anruf von uns, nicht angenommen</translation>
    </message>
    <message>
        <source>we called, {0}</source>
        <translation>Anruf von uns, {0}</translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>Ask your administrator to activate you in the product user list.</source>
        <translation>Bitten Sie Ihren Administrator, Sie in der Liste der Produktbenutzer zu aktivieren.</translation>
    </message>
    <message>
        <source>Ask your administrator to enter one.</source>
        <translation>Bitten Sie Ihren Administrator, eine einzutragen.</translation>
    </message>
    <message>
        <source>Ask your administrator to renew it.</source>
        <translation>Bitten Sie Ihren Administrator, sie zu verlängern.</translation>
    </message>
    <message>
        <source>CTI Tray has no licence.</source>
        <translation>CTI Tray hat keine Lizenz.</translation>
    </message>
    <message>
        <source>Calls are still kept in Recent calls.</source>
        <translation>Anrufe stehen weiterhin in „Letzte Anrufe“.</translation>
    </message>
    <message>
        <source>No caller cards</source>
        <translation>Keine Anruferkarten</translation>
    </message>
    <message>
        <source>The licence of CTI Tray has expired.</source>
        <translation>Die Lizenz von CTI Tray ist abgelaufen.</translation>
    </message>
    <message>
        <source>You are known to CTI Tray, but not activated yet.</source>
        <translation>Sie sind CTI Tray bekannt, aber noch nicht aktiviert.</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Notice - {0}</source>
        <translation>Hinweis - {0}</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>An internal fault; see the log file.</source>
        <translation>Ein interner Fehler; siehe Protokolldatei.</translation>
    </message>
    <message>
        <source>Check [dial] in config.toml.</source>
        <translation>Prüfen Sie [dial] in config.toml.</translation>
    </message>
    <message>
        <source>Check that baresip has a working account.</source>
        <translation>Prüfen Sie, ob baresip ein funktionierendes Konto hat.</translation>
    </message>
    <message>
        <source>Connecting to {phone} at {address}.</source>
        <translation>Verbindung mit {phone} unter {address} wird aufgebaut.</translation>
    </message>
    <message>
        <source>Dial #96*5* on a phone at the box if its call monitor is off.</source>
        <translation>Wählen Sie #96*5* an einem Telefon der Box, falls ihr Anrufmonitor aus ist.</translation>
    </message>
    <message>
        <source>Dialling is not set up.</source>
        <translation>Das Wählen ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>End the other program and restart CTI Tray.</source>
        <translation>Beenden Sie das andere Programm, und starten Sie CTI Tray neu.</translation>
    </message>
    <message>
        <source>It has failed; restart CTI Tray.</source>
        <translation>Fehlgeschlagen; starten Sie CTI Tray neu.</translation>
    </message>
    <message>
        <source>Its module menu is missing, so that it can neither dial nor list its calls.</source>
        <translation>Das Modul menu fehlt, sodass es weder wählen noch seine Anrufe nennen kann.</translation>
    </message>
    <message>
        <source>Listening for calls.</source>
        <translation>Wartet auf Anrufe.</translation>
    </message>
    <message>
        <source>Listening to {phone} at {address}.</source>
        <translation>Hört auf {phone} unter {address}.</translation>
    </message>
    <message>
        <source>No port of this machine can be listened on.</source>
        <translation>Kein Anschluss dieses Computers kann benutzt werden.</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Nicht gestartet.</translation>
    </message>
    <message>
        <source>Nothing answers at {address} ({problem}).</source>
        <translation>Unter {address} antwortet nichts ({problem}).</translation>
    </message>
    <message>
        <source>Or choose another port under [sources.receiver] in config.toml.</source>
        <translation>Oder wählen Sie einen anderen Port unter [sources.receiver] in config.toml.</translation>
    </message>
    <message>
        <source>Start baresip with the module ctrl_tcp, and check the address in the settings.</source>
        <translation>Starten Sie baresip mit dem Modul ctrl_tcp, und prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Switched off, or not set up: see [sources.{name}] in config.toml.</source>
        <translation>Ausgeschaltet oder nicht eingerichtet: siehe [sources.{name}] in config.toml.</translation>
    </message>
    <message>
        <source>Switched off; only commands are taken.</source>
        <translation>Ausgeschaltet; nur Befehle werden angenommen.</translation>
    </message>
    <message>
        <source>The line to {address} broke ({problem}).</source>
        <translation>Die Verbindung zu {address} ist abgebrochen ({problem}).</translation>
    </message>
    <message>
        <source>The line to {address} was closed by the other side.</source>
        <translation>Die Verbindung zu {address} wurde von der Gegenseite beendet.</translation>
    </message>
    <message>
        <source>The name {host} cannot be found.</source>
        <translation>Der Name {host} kann nicht gefunden werden.</translation>
    </message>
    <message>
        <source>The receiver&apos;s port {port} is taken by another program, so phones that report to it are not heard.</source>
        <translation>Port {port} des Empfängers ist von einem anderen Programm belegt; Telefone, die sich dort melden, werden nicht gehört.</translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file cannot be written; the token changes with the next start.</source>
        <translation>Die Einstellungsdatei des Empfängers kann nicht geschrieben werden; das Token ändert sich beim nächsten Start.</translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file was damaged; there is a new token, so phones must be set up again.</source>
        <translation>Die Einstellungsdatei des Empfängers war beschädigt; es gibt ein neues Token, darum müssen Telefone neu eingerichtet werden.</translation>
    </message>
    <message>
        <source>This number cannot be given to baresip.</source>
        <translation>Diese Nummer kann baresip nicht übergeben werden.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>What answers at {address} is not baresip&apos;s ctrl_tcp.</source>
        <translation>Was unter {address} antwortet, ist nicht ctrl_tcp von baresip.</translation>
    </message>
    <message>
        <source>What answers at {address} is not the call monitor of a FRITZ!Box.</source>
        <translation>Was unter {address} antwortet, ist nicht der Anrufmonitor einer FRITZ!Box.</translation>
    </message>
    <message>
        <source>accept the call</source>
        <translation>Annehmen des Anrufs</translation>
    </message>
    <message>
        <source>baresip at {address} does not answer; another program may have taken its line.</source>
        <translation>baresip unter {address} antwortet nicht; vielleicht benutzt ein anderes Programm die Verbindung.</translation>
    </message>
    <message>
        <source>baresip did not begin a call.</source>
        <translation>baresip hat keinen Anruf begonnen.</translation>
    </message>
    <message>
        <source>baresip has no such call any more.</source>
        <translation>baresip hat diesen Anruf nicht mehr.</translation>
    </message>
    <message>
        <source>baresip is not connected.</source>
        <translation>baresip ist nicht verbunden.</translation>
    </message>
    <message>
        <source>baresip refused to {command}.</source>
        <translation>baresip hat abgelehnt: {command}.</translation>
    </message>
    <message>
        <source>cti-tray receiver shows the new address and token.</source>
        <translation>cti-tray receiver zeigt die neue Adresse und das neue Token.</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>it refuses the connection</source>
        <translation>die Verbindung wird abgelehnt</translation>
    </message>
    <message>
        <source>it was reset</source>
        <translation>die Verbindung wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netzwerk</translation>
    </message>
    <message>
        <source>no way to it</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>system error {code}</source>
        <translation>Systemfehler {code}</translation>
    </message>
    <message>
        <source>the FRITZ!Box</source>
        <translation>FRITZ!Box</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Check the card page in the business mapping and the default browser.</source>
        <translation>Prüfen Sie die Kartenseite in der Tabellenzuordnung und den Standardbrowser.</translation>
    </message>
    <message>
        <source>Page not opened</source>
        <translation>Seite nicht geöffnet</translation>
    </message>
    <message>
        <source>The address of the record could not be opened in a browser.</source>
        <translation>Die Adresse des Datensatzes konnte nicht in einem Browser geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Activity written: {reason}</source>
        <translation>Aktivität geschrieben: {reason}</translation>
    </message>
    <message>
        <source>CRM is not active in the module setup</source>
        <translation>CRM ist in der Moduleinrichtung nicht aktiv</translation>
    </message>
    <message>
        <source>CRM is not active on your setup card</source>
        <translation>CRM ist auf Ihrer Benutzerkarte nicht aktiv</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call</source>
        <translation>CTI Tray wurde während des Anrufs beendet</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call, before it was connected</source>
        <translation>CTI Tray wurde während des Anrufs beendet, bevor er verbunden war</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call; no activity was due</source>
        <translation>CTI Tray wurde während des Anrufs beendet; es war keine Aktivität fällig</translation>
    </message>
    <message>
        <source>Card closed: {reason}</source>
        <translation>Karte geschlossen: {reason}</translation>
    </message>
    <message>
        <source>Card opened: {reason}</source>
        <translation>Karte geöffnet: {reason}</translation>
    </message>
    <message>
        <source>No activity: {reason}</source>
        <translation>Keine Aktivität: {reason}</translation>
    </message>
    <message>
        <source>No card: {reason}</source>
        <translation>Keine Karte: {reason}</translation>
    </message>
    <message>
        <source>No page: {reason}</source>
        <translation>Keine Seite: {reason}</translation>
    </message>
    <message>
        <source>Page opened: {reason}</source>
        <translation>Seite geöffnet: {reason}</translation>
    </message>
    <message>
        <source>a possible match never opens by itself</source>
        <translation>ein möglicher Treffer öffnet sich nie von selbst</translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation>Nicht stören ist eingeschaltet</translation>
    </message>
    <message>
        <source>for an outgoing call it is a button on the card</source>
        <translation>bei einem ausgehenden Anruf ist sie eine Schaltfläche auf der Karte</translation>
    </message>
    <message>
        <source>incoming calls</source>
        <translation>eingehende Anrufe</translation>
    </message>
    <message>
        <source>missed calls</source>
        <translation>verpasste Anrufe</translation>
    </message>
    <message>
        <source>more than {n} cards of ended calls were on the screen</source>
        <translation>es waren mehr als {n} Karten beendeter Anrufe auf dem Bildschirm</translation>
    </message>
    <message>
        <source>no page is set up for this table</source>
        <translation>für diese Tabelle ist keine Seite eingerichtet</translation>
    </message>
    <message>
        <source>no phone reported how the call ended</source>
        <translation>kein Telefon hat gemeldet, wie der Anruf endete</translation>
    </message>
    <message>
        <source>no record has this number</source>
        <translation>kein Datensatz hat diese Nummer</translation>
    </message>
    <message>
        <source>outgoing calls</source>
        <translation>ausgehende Anrufe</translation>
    </message>
    <message>
        <source>outgoing calls that nobody answered</source>
        <translation>ausgehende Anrufe, die niemand angenommen hat</translation>
    </message>
    <message>
        <source>the call ended before the card was to open</source>
        <translation>der Anruf endete, bevor sich die Karte öffnen sollte</translation>
    </message>
    <message>
        <source>the call turned out to be the same as another</source>
        <translation>der Anruf erwies sich als derselbe wie ein anderer</translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded</source>
        <translation>der Anruf wurde anderswo angenommen oder weitergeleitet</translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded; such a card closes after 5 s</source>
        <translation>der Anruf wurde anderswo angenommen oder weitergeleitet; eine solche Karte schließt sich nach 5 s</translation>
    </message>
    <message>
        <source>the licence has expired</source>
        <translation>die Lizenz ist abgelaufen</translation>
    </message>
    <message>
        <source>the module setup has a template for {kind}</source>
        <translation>die Moduleinrichtung hat eine Vorlage für {kind}</translation>
    </message>
    <message>
        <source>the number was withheld</source>
        <translation>die Nummer war unterdrückt</translation>
    </message>
    <message>
        <source>the product is not licensed</source>
        <translation>das Produkt ist nicht lizenziert</translation>
    </message>
    <message>
        <source>the template for {kind} is blank on your setup card and in the module setup</source>
        <translation>die Vorlage für {kind} ist auf Ihrer Benutzerkarte und in der Moduleinrichtung leer</translation>
    </message>
    <message>
        <source>there was no card</source>
        <translation>es gab keine Karte</translation>
    </message>
    <message>
        <source>this user has no licence</source>
        <translation>dieser Benutzer hat keine Lizenz</translation>
    </message>
    <message>
        <source>you chose the record</source>
        <translation>Sie haben den Datensatz gewählt</translation>
    </message>
    <message>
        <source>you closed the card</source>
        <translation>Sie haben die Karte geschlossen</translation>
    </message>
    <message>
        <source>you dialled with CTI Tray</source>
        <translation>Sie haben mit CTI Tray gewählt</translation>
    </message>
    <message>
        <source>your setup card has a template for {kind}</source>
        <translation>Ihre Benutzerkarte hat eine Vorlage für {kind}</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered</source>
        <translation>Ihre Einrichtung schließt die Karte, wenn ein Anruf angenommen wird</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered already</source>
        <translation>Ihre Einrichtung schließt die Karte, wenn ein Anruf angenommen wird, und dieser war schon angenommen</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered before the card opened</source>
        <translation>Ihre Einrichtung schließt die Karte, wenn ein Anruf angenommen wird, und dieser wurde angenommen, bevor sich die Karte öffnete</translation>
    </message>
    <message>
        <source>your setup does not open it by itself</source>
        <translation>Ihre Einrichtung öffnet sie nicht von selbst</translation>
    </message>
    <message>
        <source>your setup opens it by itself</source>
        <translation>Ihre Einrichtung öffnet sie von selbst</translation>
    </message>
    <message>
        <source>your setup opens it by itself, and you chose this record for the number before</source>
        <translation>Ihre Einrichtung öffnet sie von selbst, und Sie haben diesen Datensatz früher für die Nummer gewählt</translation>
    </message>
    <message>
        <source>your setup opens the card of every outgoing call</source>
        <translation>Ihre Einrichtung öffnet die Karte jedes ausgehenden Anrufs</translation>
    </message>
    <message>
        <source>your setup opens the card only for calls that you dial with CTI Tray</source>
        <translation>Ihre Einrichtung öffnet die Karte nur für Anrufe, die Sie mit CTI Tray wählen</translation>
    </message>
    <message>
        <source>your setup opens the card when a call comes in</source>
        <translation>Ihre Einrichtung öffnet die Karte, wenn ein Anruf eingeht</translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered</source>
        <translation>Ihre Einrichtung öffnet die Karte, wenn ein Anruf angenommen wird</translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered, and this one was not</source>
        <translation>Ihre Einrichtung öffnet die Karte, wenn ein Anruf angenommen wird, und dieser wurde es nicht</translation>
    </message>
    <message>
        <source>{n} records have this number, and none was chosen</source>
        <translation>{n} Datensätze haben diese Nummer, und keiner wurde gewählt</translation>
    </message>
    <message>
        <source>{rest}, {n} s after the call came in</source>
        <translation>{rest}, {n} s nach Eingang des Anrufs</translation>
    </message>
    <message>
        <source>{rest}; CTI Tray ended during the call</source>
        <translation>{rest}; CTI Tray wurde während des Anrufs beendet</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Call this number</source>
        <translation>Diese Nummer anrufen</translation>
    </message>
    <message>
        <source>Call {0}, {1}</source>
        <translation>{0} anrufen, {1}</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>Letzte Anrufe</translation>
    </message>
    <message>
        <source>Master data - {0}</source>
        <translation>Stammdaten - {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>This record has no further fields.</source>
        <translation>Dieser Datensatz hat keine weiteren Felder.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Ask your administrator to change it.</source>
        <translation>Bitten Sie Ihren Administrator, ihn zu ändern.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Meinen Sie {name}?</translation>
    </message>
    <message>
        <source>For example 127.0.0.1:4444.</source>
        <translation>Zum Beispiel 127.0.0.1:4444.</translation>
    </message>
    <message>
        <source>Put it into PostgreSQL&apos;s password file (pgpass).</source>
        <translation>Legen Sie es in der Passwortdatei von PostgreSQL ab (pgpass).</translation>
    </message>
    <message>
        <source>Save it with the encoding UTF-8.</source>
        <translation>Speichern Sie sie mit der Kodierung UTF-8.</translation>
    </message>
    <message>
        <source>The defaults are used.</source>
        <translation>Die Standardwerte werden benutzt.</translation>
    </message>
    <message>
        <source>The key {name} is fixed by the administrator.</source>
        <translation>Der Schlüssel {name} ist vom Administrator festgelegt.</translation>
    </message>
    <message>
        <source>The settings of {since} are used.</source>
        <translation>Die Einstellungen von {since} werden benutzt.</translation>
    </message>
    <message>
        <source>There is no key {name} in {file}.</source>
        <translation>Es gibt keinen Schlüssel {name} in {file}.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>{file} is larger than {size} kB and was not read.</source>
        <translation>{file} ist größer als {size} kB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>{file} is not a TOML file: {problem}.</source>
        <translation>{file} ist keine TOML-Datei: {problem}.</translation>
    </message>
    <message>
        <source>{file} is not a UTF-8 text.</source>
        <translation>{file} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation>{file}: kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file}: store.url holds a password; put it into PostgreSQL&apos;s password file.</source>
        <translation>{file}: store.url enthält ein Passwort; legen Sie es in der Passwortdatei von PostgreSQL ab.</translation>
    </message>
    <message>
        <source>{file}: unknown key {name}; it is kept and not used.</source>
        <translation>{file}: unbekannter Schlüssel {name}; er bleibt stehen und wird nicht benutzt.</translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set there: {problem}.</source>
        <translation>{file}: {name} kann dort nicht gesetzt werden: {problem}.</translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set without changing something else; change it by hand.</source>
        <translation>{file}: {name} kann nicht gesetzt werden, ohne anderes zu ändern; ändern Sie es von Hand.</translation>
    </message>
    <message>
        <source>{file}: {name} is fixed by the administrator; the value here is not used.</source>
        <translation>{file}: {name} ist vom Administrator festgelegt; der Wert hier wird nicht benutzt.</translation>
    </message>
    <message>
        <source>{file}: {name} must not hold a password.</source>
        <translation>{file}: {name} darf kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>{file}: {name} {problem}.</source>
        <translation>{file}: {name} {problem}.</translation>
    </message>
    <message>
        <source>{file}: {table} must be a table, written [{table}].</source>
        <translation>{file}: {table} muss eine Tabelle sein, geschrieben als [{table}].</translation>
    </message>
    <message>
        <source>{key} must be a host and a port, not {value}.</source>
        <translation>{key} muss ein Host und ein Port sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{name} must be a list of keys.</source>
        <translation>{name} muss eine Liste von Schlüsseln sein.</translation>
    </message>
    <message>
        <source>{name}: {entry} is no key and no table.</source>
        <translation>{name}: {entry} ist kein Schlüssel und keine Tabelle.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Ask an administrator of CTI Tray.</source>
        <translation>Fragen Sie einen Administrator von CTI Tray.</translation>
    </message>
    <message>
        <source>CTI Tray is closing.</source>
        <translation>CTI Tray wird beendet.</translation>
    </message>
    <message>
        <source>Check its rights and the disk.</source>
        <translation>Prüfen Sie ihre Rechte und das Laufwerk.</translation>
    </message>
    <message>
        <source>Deactivate a user or add seats first.</source>
        <translation>Deaktivieren Sie zuerst einen Benutzer, oder fügen Sie Plätze hinzu.</translation>
    </message>
    <message>
        <source>Enter a valid licence first.</source>
        <translation>Tragen Sie zuerst eine gültige Lizenz ein.</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;cti-tray[postgresql]&quot;</source>
        <translation>Installieren Sie ihn mit: pip install &quot;cti-tray[postgresql]&quot;</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>It is tried again. The driver says: {reason}</source>
        <translation>Es wird erneut versucht. Der Treiber meldet: {reason}</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Lizenziert</translation>
    </message>
    <message>
        <source>Look at the new values and save again.</source>
        <translation>Sehen Sie sich die neuen Werte an, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Machen Sie zuerst jemand anderen zum Administrator.</translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation>Nicht lizenziert</translation>
    </message>
    <message>
        <source>Only a licensed administrator may do this.</source>
        <translation>Das darf nur ein lizenzierter Administrator.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Das darf nur ein Administrator.</translation>
    </message>
    <message>
        <source>Restart CTI Tray to connect anew.</source>
        <translation>Starten Sie CTI Tray neu, um die Verbindung neu herzustellen.</translation>
    </message>
    <message>
        <source>Set it to &quot;{name}&quot; or to a PostgreSQL address.</source>
        <translation>Setzen Sie sie auf &quot;{name}&quot; oder auf eine PostgreSQL-Adresse.</translation>
    </message>
    <message>
        <source>Setup met an error that nobody expected: {kind}.</source>
        <translation>In der Einrichtung trat ein unerwarteter Fehler auf: {kind}.</translation>
    </message>
    <message>
        <source>Start it again to change the setup.</source>
        <translation>Starten Sie es erneut, um die Einrichtung zu ändern.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} cannot be reached.</source>
        <translation>Die PostgreSQL-Datenbank {where} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not allow this to your database user.</source>
        <translation>Die PostgreSQL-Datenbank {where} erlaubt dies Ihrem Datenbankbenutzer nicht.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not hold the tables of CTI Tray as they should be.</source>
        <translation>Die PostgreSQL-Datenbank {where} enthält nicht die richtigen Tabellen von CTI Tray.</translation>
    </message>
    <message>
        <source>The driver for PostgreSQL is not installed.</source>
        <translation>Der Treiber für PostgreSQL ist nicht installiert.</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>Die Datei ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>The licence has 1 seat, and {wanted} would be needed.</source>
        <translation>Die Lizenz hat 1 Platz, nötig wären {wanted}.</translation>
    </message>
    <message>
        <source>The licence has {total} seats, and {wanted} would be needed.</source>
        <translation>Die Lizenz hat {total} Plätze, nötig wären {wanted}.</translation>
    </message>
    <message>
        <source>The licence of CTI Tray is: {state}. Setup can be read but not changed.</source>
        <translation>Stand der Lizenz von CTI Tray: {state}. Die Einrichtung kann gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>The next start begins with a new one.</source>
        <translation>Der nächste Start beginnt mit einer neuen.</translation>
    </message>
    <message>
        <source>The setup file {file} cannot be used: {reason}.</source>
        <translation>Die Einrichtungsdatei {file} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>The setup file {file} is damaged and cannot be moved away: {reason}.</source>
        <translation>Die Einrichtungsdatei {file} ist beschädigt und kann nicht verschoben werden: {reason}.</translation>
    </message>
    <message>
        <source>The setup file {file} is damaged. It was kept as {name}.</source>
        <translation>Die Einrichtungsdatei {file} ist beschädigt. Sie wurde als {name} aufgehoben.</translation>
    </message>
    <message>
        <source>The setup file {where} cannot be used: {error}.</source>
        <translation>Die Einrichtungsdatei {where} kann nicht benutzt werden: {error}.</translation>
    </message>
    <message>
        <source>The setup file {where} is in use by another program.</source>
        <translation>Die Einrichtungsdatei {where} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read.</source>
        <translation>Die Einrichtung in {where} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read: {detail}.</source>
        <translation>Die Einrichtung in {where} kann nicht gelesen werden: {detail}.</translation>
    </message>
    <message>
        <source>The setup in {where} is of a newer version of CTI Tray (format {version}, newest known is {newest}).</source>
        <translation>Die Einrichtung in {where} ist von einer neueren Version von CTI Tray (Format {version}, das neueste bekannte ist {newest}).</translation>
    </message>
    <message>
        <source>The setup in {where} was changed at the same moment.</source>
        <translation>Die Einrichtung in {where} wurde im selben Moment geändert.</translation>
    </message>
    <message>
        <source>There is no user with the number {number}; they may have been removed.</source>
        <translation>Es gibt keinen Benutzer mit der Nummer {number}; vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>This user is not known in the setup store any more.</source>
        <translation>Dieser Benutzer ist im Speicher der Einrichtung nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Testversion</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Update CTI Tray on this computer; nothing was changed.</source>
        <translation>Aktualisieren Sie CTI Tray auf diesem Computer; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Windows does not say under which account CTI Tray runs.</source>
        <translation>Windows meldet nicht, unter welchem Konto CTI Tray läuft.</translation>
    </message>
    <message>
        <source>holds none of {names}</source>
        <translation>enthält nichts von {names}</translation>
    </message>
    <message>
        <source>is empty, and so is the sign-in</source>
        <translation>ist leer, und die Anmeldung auch</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>ist zweimal angegeben</translation>
    </message>
    <message>
        <source>its only row is missing</source>
        <translation>die einzige Zeile fehlt</translation>
    </message>
    <message>
        <source>must be written as module.NAME=VALUE or user.NAME=VALUE</source>
        <translation>muss als module.NAME=VALUE oder user.NAME=VALUE geschrieben werden</translation>
    </message>
    <message>
        <source>store.url is not an address of a PostgreSQL database.</source>
        <translation>store.url ist keine Adresse einer PostgreSQL-Datenbank.</translation>
    </message>
    <message>
        <source>store.url: this version cannot keep its setup in Business Central.</source>
        <translation>store.url: diese Version kann ihre Einrichtung nicht in Business Central ablegen.</translation>
    </message>
    <message>
        <source>that of user {number} is missing</source>
        <translation>die von Benutzer {number} fehlt</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation>{file}: kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MB.</source>
        <translation>{name} ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>{name} is not a UTF-8 text.</source>
        <translation>{name} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{name} is the last licensed administrator and keeps role and licence.</source>
        <translation>{name} ist der letzte lizenzierte Administrator und behält Rolle und Lizenz.</translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation>{name} auf {host}</translation>
    </message>
    <message>
        <source>{record} was changed meanwhile.</source>
        <translation>{record} wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>{record} was changed meanwhile: {changes}.</source>
        <translation>{record} wurde inzwischen geändert: {changes}.</translation>
    </message>
    <message>
        <source>{text} is known already</source>
        <translation>{text} ist schon bekannt</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>Directory from {0} ago</source>
        <translation>Adressbuch ist {0} alt</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} Std. {1} Min.</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} Stunden</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} Min.</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} Minuten</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>has a brace without its partner</source>
        <translation>hat eine geschweifte Klammer ohne Gegenstück</translation>
    </message>
    <message>
        <source>has an unknown placeholder {unknown}; known are {known}</source>
        <translation>hat einen unbekannten Platzhalter {unknown}; bekannt sind {known}</translation>
    </message>
    <message>
        <source>has {count} characters, at most {most} are allowed</source>
        <translation>hat {count} Zeichen, erlaubt sind höchstens {most}</translation>
    </message>
    <message>
        <source>has {count} rows, at most {most} are allowed</source>
        <translation>hat {count} Zeilen, erlaubt sind höchstens {most}</translation>
    </message>
    <message>
        <source>is not an address that can be read</source>
        <translation>ist keine lesbare Adresse</translation>
    </message>
    <message>
        <source>must be &quot;{first}&quot;, &quot;{second}&quot; or an address that begins with &quot;{scheme}://&quot;</source>
        <translation>muss &quot;{first}&quot;, &quot;{second}&quot; oder eine Adresse sein, die mit &quot;{scheme}://&quot; beginnt</translation>
    </message>
    <message>
        <source>must be a country code of two letters such as NL, not {value}</source>
        <translation>muss ein Ländercode aus zwei Buchstaben wie NL sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a date such as 2027-12-31, not {value}</source>
        <translation>muss ein Datum wie 2027-12-31 sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a list of field names</source>
        <translation>muss eine Liste von Feldnamen sein</translation>
    </message>
    <message>
        <source>must be a list of rows</source>
        <translation>muss eine Liste von Zeilen sein</translation>
    </message>
    <message>
        <source>must be a list of texts, not {value}</source>
        <translation>muss eine Liste von Texten sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a sign-in name such as anna@example.com</source>
        <translation>muss ein Anmeldename wie anna@example.com sein</translation>
    </message>
    <message>
        <source>must be a text, not {value}</source>
        <translation>muss ein Text sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to 9999, not {value}</source>
        <translation>muss eine ganze Zahl von 1 bis 9999 sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a whole number from {lowest} to {highest}, not {value}</source>
        <translation>muss eine ganze Zahl von {lowest} bis {highest} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a whole number of seconds from 0 to {most}, not {value}</source>
        <translation>muss eine ganze Zahl von Sekunden von 0 bis {most} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be an address with {placeholder} in it, such as &quot;sip:{placeholder}&quot;</source>
        <translation>muss eine Adresse mit {placeholder} darin sein, wie &quot;sip:{placeholder}&quot;</translation>
    </message>
    <message>
        <source>must be an https address, a Business Central page number, {builtin} or empty</source>
        <translation>muss eine https-Adresse, eine Seitennummer von Business Central, {builtin} oder leer sein</translation>
    </message>
    <message>
        <source>must be an https address, not {value}</source>
        <translation>muss eine https-Adresse sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be an object with named values</source>
        <translation>muss ein Objekt mit benannten Werten sein</translation>
    </message>
    <message>
        <source>must be digits, * or #, not {value}</source>
        <translation>muss aus Ziffern, * oder # bestehen, nicht {value}</translation>
    </message>
    <message>
        <source>must be given for a trial</source>
        <translation>muss für eine Testversion angegeben werden</translation>
    </message>
    <message>
        <source>must be host and port such as &quot;127.0.0.1:4444&quot;, not {value}</source>
        <translation>muss Host und Port wie &quot;127.0.0.1:4444&quot; sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be one of {choices}, not {value}</source>
        <translation>muss eines von {choices} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be true or false, not {value}</source>
        <translation>muss true oder false sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be {first} or {last}, not {value}</source>
        <translation>muss {first} oder {last} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be {what}, not {value}</source>
        <translation>muss {what} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must name one plain host, without user name and blanks</source>
        <translation>muss genau einen einfachen Host nennen, ohne Benutzername und Leerzeichen</translation>
    </message>
    <message>
        <source>must name one plain host, without user name or placeholder</source>
        <translation>muss genau einen einfachen Host nennen, ohne Benutzername oder Platzhalter</translation>
    </message>
    <message>
        <source>must not be a script or a file address</source>
        <translation>darf keine Skript- oder Dateiadresse sein</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>must not hold blanks, quotes, angle brackets or backslashes</source>
        <translation>darf keine Leerzeichen, Anführungszeichen, spitzen Klammern oder umgekehrten Schrägstriche enthalten</translation>
    </message>
    <message>
        <source>must not hold control characters</source>
        <translation>darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>needs a Windows account or a sign-in name</source>
        <translation>braucht ein Windows-Konto oder einen Anmeldenamen</translation>
    </message>
    <message>
        <source>unknown key; known are {names}</source>
        <translation>unbekannter Schlüssel; bekannt sind {names}</translation>
    </message>
    <message>
        <source>{field}: {problem}.</source>
        <translation>{field}: {problem}.</translation>
    </message>
</context>
</TS>
