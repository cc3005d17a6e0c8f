<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddUserWindow</name>
    <message>
        <source>&amp;Add user</source>
        <translation>Benutzer &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Display name</source>
        <translation>An&amp;zeigename</translation>
    </message>
    <message>
        <source>&amp;Licensed</source>
        <translation>&amp;Lizenziert</translation>
    </message>
    <message>
        <source>&amp;Sign-in name</source>
        <translation>&amp;Anmeldename</translation>
    </message>
    <message>
        <source>&amp;Windows account</source>
        <translation>&amp;Windows-Konto</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>As Windows names it, such as OFFICE\anna.</source>
        <translation>Wie Windows es nennt, etwa OFFICE\anna.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>How the user is called until they connect.</source>
        <translation>Wie der Benutzer heißt, bis er sich verbindet.</translation>
    </message>
    <message>
        <source>Takes one seat of the licence.</source>
        <translation>Belegt einen Platz der Lizenz.</translation>
    </message>
    <message>
        <source>The name for Microsoft, such as anna@example.com. One of both is enough.</source>
        <translation>Der Name bei Microsoft, etwa anna@example.com. Eines von beiden genügt.</translation>
    </message>
    <message>
        <source>Write a Windows account or a sign-in name.</source>
        <translation>Geben Sie ein Windows-Konto oder einen Anmeldenamen ein.</translation>
    </message>
    <message>
        <source>Write a sign-in name such as anna@example.com, or leave it empty.</source>
        <translation>Geben Sie einen Anmeldenamen wie anna@example.com ein, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Entry {number} of the audit trail cannot be read; it was changed by another program</source>
        <translation>Eintrag {number} des Änderungsprotokolls kann nicht gelesen werden; ein anderes Programm hat ihn geändert</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Lizenziert</translation>
    </message>
    <message>
        <source>Licensed administrator, as the first user</source>
        <translation>Lizenzierter Administrator, als erster Benutzer</translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation>Nicht lizenziert</translation>
    </message>
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
        <source>activate {user}</source>
        <translation>{user} aktivieren</translation>
    </message>
    <message>
        <source>add users</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>change the licence</source>
        <translation>die Lizenz ändern</translation>
    </message>
    <message>
        <source>change the setup</source>
        <translation>die Einrichtung ändern</translation>
    </message>
    <message>
        <source>deactivate {user}</source>
        <translation>{user} deaktivieren</translation>
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
        <source>make {user} an administrator</source>
        <translation>{user} zum Administrator machen</translation>
    </message>
    <message>
        <source>on {day} at {time} UTC</source>
        <translation>am {day} um {time} UTC</translation>
    </message>
    <message>
        <source>remove the administrator role of {user}</source>
        <translation>{user} die Administratorrolle entziehen</translation>
    </message>
    <message>
        <source>remove {user}</source>
        <translation>{user} entfernen</translation>
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
    <name>AuditTrail</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Business mapping</source>
        <translation>Tabellenzuordnung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Moduleinrichtung</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Benutzerkarte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>&amp;Older changes</source>
        <translation>Ä&amp;ltere Änderungen</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Das Änderungsprotokoll exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>No change matches &quot;{0}&quot;.</source>
        <translation>Keine Änderung passt zu „{0}“.</translation>
    </message>
    <message>
        <source>None of the changes that are loaded matches &quot;{0}&quot;.</source>
        <translation>Keine der geladenen Änderungen passt zu „{0}“.</translation>
    </message>
    <message>
        <source>Search by name, setting or value</source>
        <translation>Nach Name, Einstellung oder Wert suchen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The changes are not loaded.</source>
        <translation>Die Änderungen sind nicht geladen.</translation>
    </message>
    <message>
        <source>The selected change</source>
        <translation>Die ausgewählte Änderung</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>{0} Änderungen</translation>
    </message>
    <message>
        <source>{0} changes were written into the file.</source>
        <translation>{0} Änderungen wurden in die Datei geschrieben.</translation>
    </message>
    <message>
        <source>{0} of {1} changes</source>
        <translation>{0} von {1} Änderungen</translation>
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
    <name>CallsPage</name>
    <message>
        <source>After three beats without a sign a user does not count as active.</source>
        <translation>Nach drei Herzschlägen ohne Zeichen gilt ein Benutzer nicht als aktiv.</translation>
    </message>
    <message>
        <source>Calls and presence</source>
        <translation>Anrufe und Anwesenheit</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Numbers up to this length are internal.</source>
        <translation>Nummern bis zu dieser Länge sind intern.</translation>
    </message>
    <message>
        <source>Older calls leave Recent calls on every machine.</source>
        <translation>Ältere Anrufe verschwinden auf jedem Rechner aus den letzten Anrufen.</translation>
    </message>
    <message>
        <source>Two letters, such as NL: the country of numbers written without one.</source>
        <translation>Zwei Buchstaben, etwa NL: das Land der Nummern ohne Landesvorwahl.</translation>
    </message>
    <message>
        <source>What is dialled for an outside line, such as 0.</source>
        <translation>Was für eine Amtsleitung gewählt wird, etwa 0.</translation>
    </message>
    <message>
        <source>Write digits, * and # only, or leave it empty.</source>
        <translation>Geben Sie nur Ziffern, * und # ein, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>as on each machine</source>
        <translation>wie auf jedem Rechner</translation>
    </message>
    <message>
        <source>{0} is no country that is known. Write two letters, such as NL, or leave it empty.</source>
        <translation>{0} ist kein bekanntes Land. Geben Sie zwei Buchstaben ein, etwa NL, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>&amp;Open page</source>
        <translation>Seite öff&amp;nen</translation>
    </message>
    <message>
        <source>Co&amp;py code</source>
        <translation>Code ko&amp;pieren</translation>
    </message>
    <message>
        <source>Code {0}</source>
        <translation>Code {0}</translation>
    </message>
    <message>
        <source>No browser could be opened. Type the address there yourself.</source>
        <translation>Es ließ sich kein Browser öffnen. Geben Sie die Adresse dort selbst ein.</translation>
    </message>
    <message>
        <source>Page for the code</source>
        <translation>Seite für den Code</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>Der Code ist kopiert.</translation>
    </message>
</context>
<context>
    <name>ConnectPhoneWindow</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Phone or phone program</source>
        <translation>Telefon oder Telefon&amp;programm</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Connect my phone</source>
        <translation>Mein Telefon verbinden</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>CrmCodesPage</name>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>For incoming calls that were answered.</source>
        <translation>Für eingehende Anrufe, die angenommen wurden.</translation>
    </message>
    <message>
        <source>For incoming calls that were not answered.</source>
        <translation>Für eingehende Anrufe, die nicht angenommen wurden.</translation>
    </message>
    <message>
        <source>For outgoing calls that were answered.</source>
        <translation>Für ausgehende Anrufe, die angenommen wurden.</translation>
    </message>
    <message>
        <source>For outgoing calls that were not answered.</source>
        <translation>Für ausgehende Anrufe, die nicht angenommen wurden.</translation>
    </message>
    <message>
        <source>Interaction template codes</source>
        <translation>Codes der Interaktionsvorlagen</translation>
    </message>
    <message>
        <source>While this is off, no call of anybody becomes an activity.</source>
        <translation>Solange das aus ist, wird von niemandem ein Anruf zu einer Aktivität.</translation>
    </message>
</context>
<context>
    <name>CrmPage</name>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>CRM is off. With CRM on, {0} would be in force, from module setup.</source>
        <translation>CRM ist aus. Mit CRM würde {0} gelten, aus der Moduleinrichtung.</translation>
    </message>
    <message>
        <source>CRM is off. With CRM on, {0} would be in force, from this card.</source>
        <translation>CRM ist aus. Mit CRM würde {0} gelten, von dieser Karte.</translation>
    </message>
    <message>
        <source>CRM is switched off in the module setup, so that nothing here has an effect.</source>
        <translation>CRM ist in der Moduleinrichtung ausgeschaltet, daher hat hier nichts eine Wirkung.</translation>
    </message>
    <message>
        <source>Each ended call becomes an activity with the code below.</source>
        <translation>Jeder beendete Anruf wird zu einer Aktivität mit dem Code darunter.</translation>
    </message>
    <message>
        <source>Interaction template codes</source>
        <translation>Codes der Interaktionsvorlagen</translation>
    </message>
    <message>
        <source>No code here or in the module setup: such calls are not written.</source>
        <translation>Kein Code hier oder in der Moduleinrichtung: solche Anrufe werden nicht festgehalten.</translation>
    </message>
    <message>
        <source>The module setup has {0}.</source>
        <translation>Die Moduleinrichtung hat {0}.</translation>
    </message>
    <message>
        <source>{0} from module setup</source>
        <translation>{0} aus der Moduleinrichtung</translation>
    </message>
    <message>
        <source>{0} is in force, from module setup.</source>
        <translation>{0} gilt, aus der Moduleinrichtung.</translation>
    </message>
    <message>
        <source>{0} is in force, from this card.</source>
        <translation>{0} gilt, von dieser Karte.</translation>
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
        <source>This was not dialled.</source>
        <translation>Die Nummer wurde nicht gewählt.</translation>
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
    <name>DialRequestCard</name>
    <message>
        <source>A link asks to dial</source>
        <translation>Ein Link möchte wählen</translation>
    </message>
    <message>
        <source>A link asks to dial. Call {0}?</source>
        <translation>Ein Link möchte wählen. {0} anrufen?</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Jetzt anrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dial request - {0}</source>
        <translation>Wählanfrage - {0}</translation>
    </message>
    <message>
        <source>Extension: {0}</source>
        <translation>Durchwahl: {0}</translation>
    </message>
    <message>
        <source>To key in after the answer: {0}</source>
        <translation>Nach dem Abheben eintippen: {0}</translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>A link was not dialled</source>
        <translation>Ein Link wurde nicht gewählt</translation>
    </message>
    <message>
        <source>A number to dial may hold digits, blanks, brackets, dashes and a plus sign in front.</source>
        <translation>Eine zu wählende Nummer darf Ziffern, Leerzeichen, Klammern, Striche und ein Pluszeichen am Anfang enthalten.</translation>
    </message>
    <message>
        <source>CTI Tray dials by links that come back to CTI Tray.</source>
        <translation>CTI Tray wählt über Links, die zu CTI Tray zurückkommen.</translation>
    </message>
    <message>
        <source>Choose a phone program for {scheme} links in the settings of the system, or another method under [dial] in config.toml.</source>
        <translation>Wählen Sie in den Einstellungen des Systems ein Telefonprogramm für {scheme}-Links, oder ein anderes Verfahren unter [dial] in config.toml.</translation>
    </message>
    <message>
        <source>Choose another method under [dial] in config.toml, or another phone program for these links in the settings of the system.</source>
        <translation>Wählen Sie ein anderes Verfahren unter [dial] in config.toml, oder ein anderes Telefonprogramm für diese Links in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>Dial it on the phone itself.</source>
        <translation>Wählen Sie sie am Telefon selbst.</translation>
    </message>
    <message>
        <source>Dial it with its country code.</source>
        <translation>Wählen Sie sie mit ihrer Landesvorwahl.</translation>
    </message>
    <message>
        <source>Dial them on the phone itself.</source>
        <translation>Wählen Sie sie am Telefon selbst.</translation>
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
        <source>Enable it under [sources.tapi].</source>
        <translation>Schalten Sie sie unter [sources.tapi] ein.</translation>
    </message>
    <message>
        <source>Letters are not dialled.</source>
        <translation>Buchstaben werden nicht gewählt.</translation>
    </message>
    <message>
        <source>Microsoft Teams dials.</source>
        <translation>Microsoft Teams wählt.</translation>
    </message>
    <message>
        <source>Only tel: and callto: links ask to dial.</source>
        <translation>Nur tel:- und callto:-Links können etwas wählen.</translation>
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
        <source>The link is too long.</source>
        <translation>Der Link ist zu lang.</translation>
    </message>
    <message>
        <source>The link names a number that can be dialled only where it comes from.</source>
        <translation>Der Link nennt eine Nummer, die nur dort gewählt werden kann, woher er kommt.</translation>
    </message>
    <message>
        <source>The number was not dialled: {reason}.</source>
        <translation>Die Nummer wurde nicht gewählt: {reason}.</translation>
    </message>
    <message>
        <source>The phone program for tel: links dials.</source>
        <translation>Das Telefonprogramm für tel:-Links wählt.</translation>
    </message>
    <message>
        <source>The program of dial.template in config.toml dials.</source>
        <translation>Das Programm von dial.template in config.toml wählt.</translation>
    </message>
    <message>
        <source>The telephone system dials, through TAPI.</source>
        <translation>Die Telefonanlage wählt, über TAPI.</translation>
    </message>
    <message>
        <source>There is no number to dial.</source>
        <translation>Es gibt keine Nummer zum Wählen.</translation>
    </message>
    <message>
        <source>This is more than one number, or too long for one.</source>
        <translation>Dies ist mehr als eine Nummer, oder zu lang für eine.</translation>
    </message>
    <message>
        <source>Too many links asked to dial.</source>
        <translation>Zu viele Links wollten wählen.</translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation>Warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>Windows says {reason}</source>
        <translation>Windows meldet {reason}</translation>
    </message>
    <message>
        <source>Windows telephony is not enabled.</source>
        <translation>Die Windows-Telefonie ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Write the number in digits; an extension may follow as ext. 12.</source>
        <translation>Geben Sie die Nummer in Ziffern ein; eine Durchwahl darf folgen, etwa als Durchwahl 12.</translation>
    </message>
    <message>
        <source>Write the number with its area code.</source>
        <translation>Geben Sie die Nummer mit ihrer Vorwahl ein.</translation>
    </message>
    <message>
        <source>baresip dials.</source>
        <translation>baresip wählt.</translation>
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
    <name>DialogButtons</name>
    <message>
        <source>&amp;Apply</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
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
        <source>CTI Tray is ending.</source>
        <translation>CTI Tray wird gerade beendet.</translation>
    </message>
    <message>
        <source>CTI Tray met an error that nobody expected.</source>
        <translation>In CTI Tray ist ein unerwarteter Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Credential store</source>
        <translation>Kennwortspeicher</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Beschädigte Datei</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
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
        <source>Not allowed yet</source>
        <translation>Noch nicht erlaubt</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
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
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Sign-in settings</source>
        <translation>Einstellungen der Anmeldung</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The log of CTI Tray says why.</source>
        <translation>Das Protokoll von CTI Tray sagt, warum.</translation>
    </message>
    <message>
        <source>This could not be worked out.</source>
        <translation>Das ließ sich nicht ermitteln.</translation>
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
    <name>FirstRunWindow</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Try a demo call</source>
        <translation>&amp;Demoanruf ausprobieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>CTI Tray sits in the notification area. When your phone rings, a card says who is calling, and the caller&apos;s record opens beside it. What follows can be done now or later; the help tells how.</source>
        <translation>CTI Tray sitzt im Infobereich. Wenn Ihr Telefon klingelt, sagt eine Karte, wer anruft, und der Datensatz des Anrufers öffnet sich daneben. Was hier folgt, geht jetzt oder später; die Hilfe sagt, wie.</translation>
    </message>
    <message>
        <source>Connect a &amp;phone</source>
        <translation>&amp;Telefon verbinden</translation>
    </message>
    <message>
        <source>Let CTI Tray hear from your phone or phone program.</source>
        <translation>Lassen Sie CTI Tray von Ihrem Telefon oder Telefonprogramm hören.</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Übe&amp;rspringen</translation>
    </message>
    <message>
        <source>See a card: one of a few invented companies calls.</source>
        <translation>Sehen Sie eine Karte: eine von einigen erfundenen Firmen ruft an.</translation>
    </message>
    <message>
        <source>Sign in to Microsoft, for Teams, Outlook and Business Central.</source>
        <translation>Melden Sie sich bei Microsoft an, für Teams, Outlook und Business Central.</translation>
    </message>
    <message>
        <source>Signed in as {0}.</source>
        <translation>Angemeldet als {0}.</translation>
    </message>
    <message>
        <source>The demo call comes in.</source>
        <translation>Der Demoanruf kommt.</translation>
    </message>
    <message>
        <source>The icon may be behind the arrow next to the clock. Drag it out to see it always.</source>
        <translation>Das Symbol kann hinter dem Pfeil neben der Uhr liegen. Ziehen Sie es heraus, um es immer zu sehen.</translation>
    </message>
    <message>
        <source>Welcome to CTI Tray</source>
        <translation>Willkommen bei CTI Tray</translation>
    </message>
    <message>
        <source>Your address book, your calls and the settings stay in a folder of this computer that only you can open. Callers are looked up there: no number is sent anywhere to find its name.</source>
        <translation>Ihr Adressbuch, Ihre Anrufe und die Einstellungen bleiben in einem Ordner dieses Computers, den nur Sie öffnen können. Anrufer werden dort nachgeschlagen: keine Nummer wird irgendwohin gesendet, um ihren Namen zu finden.</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Clear &amp;search</source>
        <translation>S&amp;uche löschen</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Caller card</source>
        <translation>Anruferkarte</translation>
    </message>
    <message>
        <source>Every outgoing call gets a card, however it was dialled.</source>
        <translation>Jeder ausgehende Anruf bekommt eine Karte, wie auch immer gewählt wurde.</translation>
    </message>
    <message>
        <source>Internal numbers get a card like any other.</source>
        <translation>Interne Nummern bekommen eine Karte wie alle anderen.</translation>
    </message>
    <message>
        <source>Master data</source>
        <translation>Stammdaten</translation>
    </message>
    <message>
        <source>May change setup, users and licence.</source>
        <translation>Darf Einrichtung, Benutzer und Lizenz ändern.</translation>
    </message>
    <message>
        <source>No card for internal numbers; their calls are still logged.</source>
        <translation>Keine Karte für interne Nummern; ihre Anrufe werden weiterhin protokolliert.</translation>
    </message>
    <message>
        <source>Only calls that are dialled with CTI Tray get a card.</source>
        <translation>Nur Anrufe, die mit CTI Tray gewählt werden, bekommen eine Karte.</translation>
    </message>
    <message>
        <source>The caller&apos;s record opens together with the card of an incoming call.</source>
        <translation>Der Datensatz des Anrufers öffnet sich zusammen mit der Karte eines eingehenden Anrufs.</translation>
    </message>
    <message>
        <source>The card closes when the call is answered.</source>
        <translation>Die Karte schließt sich, wenn der Anruf angenommen wird.</translation>
    </message>
    <message>
        <source>The card of an incoming call waits so long; a call that ends before gets none. 0 to 120.</source>
        <translation>Die Karte eines eingehenden Anrufs wartet so lange; ein Anruf, der vorher endet, bekommt keine. 0 bis 120.</translation>
    </message>
    <message>
        <source>The card opens as soon as the phone rings.</source>
        <translation>Die Karte öffnet sich, sobald das Telefon klingelt.</translation>
    </message>
    <message>
        <source>The card opens when the call is answered.</source>
        <translation>Die Karte öffnet sich, wenn der Anruf angenommen wird.</translation>
    </message>
    <message>
        <source>The card stays until it is closed by hand.</source>
        <translation>Die Karte bleibt, bis sie von Hand geschlossen wird.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>With both on Connected, the card opens when the call is answered and stays until it is closed.</source>
        <translation>Stehen beide auf Connected, öffnet sich die Karte beim Annehmen und bleibt, bis sie geschlossen wird.</translation>
    </message>
    <message>
        <source>Yes while CTI Tray of this user is connected.</source>
        <translation>Ja, solange CTI Tray dieses Benutzers verbunden ist.</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>A contact of the mailbox cannot be understood; the old contacts stay.</source>
        <translation>Ein Kontakt des Postfachs ist nicht zu verstehen; die bisherigen Kontakte bleiben.</translation>
    </message>
    <message>
        <source>Outlook contacts are switched off: sign_in.contacts is false.</source>
        <translation>Outlook-Kontakte sind ausgeschaltet: sign_in.contacts ist false.</translation>
    </message>
    <message>
        <source>Somebody else signed in meanwhile.</source>
        <translation>Inzwischen hat sich jemand anderes angemeldet.</translation>
    </message>
    <message>
        <source>The mailbox has more contacts than CTI Tray takes.</source>
        <translation>Das Postfach hat mehr Kontakte, als CTI Tray aufnimmt.</translation>
    </message>
    <message>
        <source>The presence cannot be understood.</source>
        <translation>Der Anwesenheitsstatus ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The table of Outlook contacts was changed meanwhile.</source>
        <translation>Die Tabelle der Outlook-Kontakte wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>This sign-in is not Microsoft&apos;s, and sign_in.graph_url names no Microsoft Graph.</source>
        <translation>Diese Anmeldung ist nicht die von Microsoft, und sign_in.graph_url nennt kein Microsoft Graph.</translation>
    </message>
    <message>
        <source>{host} answered something that CTI Tray does not understand.</source>
        <translation>{host} hat etwas geantwortet, das CTI Tray nicht versteht.</translation>
    </message>
    <message>
        <source>{host} answered with a link that leads elsewhere.</source>
        <translation>{host} hat mit einem Link geantwortet, der woandershin führt.</translation>
    </message>
    <message>
        <source>{host} does not let CTI Tray read this.</source>
        <translation>{host} lässt CTI Tray das nicht lesen.</translation>
    </message>
    <message>
        <source>{host} refuses to answer ({status}).</source>
        <translation>{host} verweigert die Antwort ({status}).</translation>
    </message>
    <message>
        <source>{host} starts over.</source>
        <translation>{host} beginnt von vorn.</translation>
    </message>
</context>
<context>
    <name>HeardWords</name>
    <message>
        <source>A call comes in.</source>
        <translation>Ein Anruf kommt an.</translation>
    </message>
    <message>
        <source>A call is connected.</source>
        <translation>Ein Anruf ist verbunden.</translation>
    </message>
    <message>
        <source>A call is on hold.</source>
        <translation>Ein Anruf wird gehalten.</translation>
    </message>
    <message>
        <source>A call is over.</source>
        <translation>Ein Anruf ist beendet.</translation>
    </message>
    <message>
        <source>A number is dialled.</source>
        <translation>Eine Nummer wird gewählt.</translation>
    </message>
    <message>
        <source>A phone reported from {0}, which is not in the list of allowed addresses. Add it there.</source>
        <translation>Ein Telefon meldete sich von {0}; das steht nicht in der Liste der erlaubten Adressen. Fügen Sie es dort hinzu.</translation>
    </message>
    <message>
        <source>A placeholder came as it is: {0}.</source>
        <translation>Ein Platzhalter kam unersetzt an: {0}.</translation>
    </message>
    <message>
        <source>A report came in a way that is not taken. The phone must use GET.</source>
        <translation>Eine Meldung kam auf einem Weg, der nicht angenommen wird. Das Telefon muss GET verwenden.</translation>
    </message>
    <message>
        <source>A report came to an address that does not exist. Copy the line again.</source>
        <translation>Eine Meldung ging an eine Adresse, die es nicht gibt. Kopieren Sie die Zeile noch einmal.</translation>
    </message>
    <message>
        <source>A report came to another address than this computer&apos;s, or from a web page. Compare the line.</source>
        <translation>Eine Meldung ging an eine andere Adresse als die dieses Computers oder kam von einer Webseite. Vergleichen Sie die Zeile.</translation>
    </message>
    <message>
        <source>A report came with a wrong token. Copy the line again.</source>
        <translation>Eine Meldung kam mit einem falschen Token. Kopieren Sie die Zeile noch einmal.</translation>
    </message>
    <message>
        <source>A report came without a token. Copy the line again, to its end.</source>
        <translation>Eine Meldung kam ohne Token. Kopieren Sie die Zeile noch einmal, bis zum Ende.</translation>
    </message>
    <message>
        <source>A report could not be read because of its field {0}.</source>
        <translation>Eine Meldung war wegen ihres Feldes {0} nicht zu lesen.</translation>
    </message>
    <message>
        <source>Heard from: {0}</source>
        <translation>Gehört von: {0}</translation>
    </message>
    <message>
        <source>It does not say whether the call comes in or goes out.</source>
        <translation>Es fehlt, ob der Anruf ankommt oder abgeht.</translation>
    </message>
    <message>
        <source>It rings at the other side.</source>
        <translation>Auf der anderen Seite klingelt es.</translation>
    </message>
    <message>
        <source>Line: {0}</source>
        <translation>Leitung: {0}</translation>
    </message>
    <message>
        <source>Name: {0}</source>
        <translation>Angezeigter Name: {0}</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Number: {0}</source>
        <translation>Nummer: {0}</translation>
    </message>
    <message>
        <source>Something came that is not a web address being opened.</source>
        <translation>Es kam etwas an, das kein Aufruf einer Webadresse ist.</translation>
    </message>
    <message>
        <source>The number came empty. Compare the line with the one above.</source>
        <translation>Die Nummer kam leer an. Vergleichen Sie die Zeile mit der oben.</translation>
    </message>
    <message>
        <source>The phone did not put anything in the place of its placeholder: {0}. Compare the line.</source>
        <translation>Das Telefon hat seinen Platzhalter nicht ersetzt: {0}. Vergleichen Sie die Zeile.</translation>
    </message>
    <message>
        <source>There were too many reports at once. Wait a moment and try again.</source>
        <translation>Es kamen zu viele Meldungen auf einmal. Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Windows telephony</source>
        <translation>Windows-Telefonie</translation>
    </message>
    <message>
        <source>a desk phone</source>
        <translation>einem Tischtelefon</translation>
    </message>
    <message>
        <source>a phone program</source>
        <translation>einem Telefonprogramm</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;First steps...</source>
        <translation>&amp;Erste Schritte...</translation>
    </message>
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
        <source>Connect my phone...</source>
        <translation>Mein Telefon verbinden...</translation>
    </message>
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
        <source>In a Teams call</source>
        <translation>Im Teams-Gespräch</translation>
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
        <source>Sign in to Microsoft</source>
        <translation>Bei Microsoft anmelden</translation>
    </message>
    <message>
        <source>Sign out of Microsoft</source>
        <translation>Von Microsoft abmelden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Known already: {0}</source>
        <translation>Schon bekannt: {0}</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>What was not entered</source>
        <translation>Was nicht eingetragen wurde</translation>
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
    <name>LanBox</name>
    <message>
        <source>A&amp;ddresses of the phones</source>
        <translation>A&amp;dressen der Telefone</translation>
    </message>
    <message>
        <source>For example 192.168.1.20, or 192.168.1.0/24 for a whole network.</source>
        <translation>Zum Beispiel 192.168.1.20 oder 192.168.1.0/24 für ein ganzes Netz.</translation>
    </message>
    <message>
        <source>Listen fo&amp;r desk phones</source>
        <translation>Auf Tischtelefone hö&amp;ren</translation>
    </message>
    <message>
        <source>Save the add&amp;resses</source>
        <translation>Ad&amp;ressen speichern</translation>
    </message>
    <message>
        <source>St&amp;op listening</source>
        <translation>&amp;Nicht mehr zuhören</translation>
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
        <source>Ask an administrator of CTI Tray to activate you in the window Activate Users.</source>
        <translation>Bitten Sie einen Administrator von CTI Tray, Sie im Fenster „Benutzer aktivieren“ zu aktivieren.</translation>
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
    <message>
        <source>You can ask {names}.</source>
        <translation>Sie können {names} fragen.</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>&amp;Load from file...</source>
        <translation>Aus Datei &amp;laden...</translation>
    </message>
    <message>
        <source>Everything works until the end date.</source>
        <translation>Alles funktioniert bis zum Enddatum.</translation>
    </message>
    <message>
        <source>Everything works, until the end date if there is one.</source>
        <translation>Alles funktioniert, bis zum Enddatum, falls es eines gibt.</translation>
    </message>
    <message>
        <source>Has an end date</source>
        <translation>Hat ein Enddatum</translation>
    </message>
    <message>
        <source>How many users can be licensed at the same time.</source>
        <translation>Wie viele Benutzer gleichzeitig lizenziert sein können.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>No caller cards open until a valid licence is entered.</source>
        <translation>Es öffnen sich keine Anruferkarten, bis eine gültige Lizenz eingetragen ist.</translation>
    </message>
    <message>
        <source>Nobody gets caller cards; setup can be read.</source>
        <translation>Niemand bekommt Anruferkarten; die Einrichtung ist lesbar.</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>Belegte Plätze</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The last day on which the licence holds.</source>
        <translation>Der letzte Tag, an dem die Lizenz gilt.</translation>
    </message>
    <message>
        <source>The licence has expired.</source>
        <translation>Die Lizenz ist abgelaufen.</translation>
    </message>
    <message>
        <source>Write the name of the licence.</source>
        <translation>Geben Sie den Namen der Lizenz ein.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>&amp;Save the choice</source>
        <translation>Auswahl speiche&amp;rn</translation>
    </message>
    <message>
        <source>All lines, also those that come late&amp;r</source>
        <translation>Alle Leitungen, auch spät&amp;er hinzukommende</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Tick at least one line.</source>
        <translation>Haken Sie mindestens eine Leitung an.</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>öffnet sich nicht</translation>
    </message>
    <message>
        <source>is listened to</source>
        <translation>wird gehört</translation>
    </message>
    <message>
        <source>is not there now</source>
        <translation>ist gerade nicht da</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>&amp;Card page</source>
        <translation>&amp;Kartenseite</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>E&amp;ingeschaltet</translation>
    </message>
    <message>
        <source>&amp;Name field</source>
        <translation>N&amp;amensfeld</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>A withheld number is not looked up.</source>
        <translation>Eine unterdrückte Nummer wird nicht nachgeschlagen.</translation>
    </message>
    <message>
        <source>Built-in page</source>
        <translation>Eingebaute Seite</translation>
    </message>
    <message>
        <source>Business Central page</source>
        <translation>Seite von Business Central</translation>
    </message>
    <message>
        <source>It is the only record that matches.</source>
        <translation>Es ist der einzige passende Datensatz.</translation>
    </message>
    <message>
        <source>Names the caller, has no page to open</source>
        <translation>Nennt den Anrufer, hat keine Seite zum Öffnen</translation>
    </message>
    <message>
        <source>Never matches</source>
        <translation>Passt nie</translation>
    </message>
    <message>
        <source>Never opens</source>
        <translation>Öffnet nie</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Keine Seite</translation>
    </message>
    <message>
        <source>No page opens by itself</source>
        <translation>Keine Seite öffnet sich von selbst</translation>
    </message>
    <message>
        <source>No record has this number</source>
        <translation>Kein Datensatz hat diese Nummer</translation>
    </message>
    <message>
        <source>No record has this number.</source>
        <translation>Kein Datensatz hat diese Nummer.</translation>
    </message>
    <message>
        <source>No row that matches has a page.</source>
        <translation>Keine passende Zeile hat eine Seite.</translation>
    </message>
    <message>
        <source>Not loaded on this computer: nothing can be found</source>
        <translation>Auf diesem Rechner nicht geladen: nichts ist zu finden</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Number withheld: not looked up</source>
        <translation>Unterdrückte Nummer: nicht nachgeschlagen</translation>
    </message>
    <message>
        <source>One of: {0}</source>
        <translation>Einer von: {0}</translation>
    </message>
    <message>
        <source>Only a possible match: never opens by itself</source>
        <translation>Nur ein möglicher Treffer: öffnet sich nie von selbst</translation>
    </message>
    <message>
        <source>Only the last digits match; the card says so.</source>
        <translation>Nur die letzten Ziffern stimmen überein; die Karte sagt es.</translation>
    </message>
    <message>
        <source>Opens nothing</source>
        <translation>Öffnet nichts</translation>
    </message>
    <message>
        <source>Opens the built-in page</source>
        <translation>Öffnet die eingebaute Seite</translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation>Öffnet {0}</translation>
    </message>
    <message>
        <source>Page {0} of Business Central</source>
        <translation>Seite {0} von Business Central</translation>
    </message>
    <message>
        <source>Perhaps one of: {0}</source>
        <translation>Vielleicht einer von: {0}</translation>
    </message>
    <message>
        <source>Perhaps {0}</source>
        <translation>Vielleicht {0}</translation>
    </message>
    <message>
        <source>Phone &amp;fields</source>
        <translation>Tele&amp;fonfelder</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>Same priority</source>
        <translation>Gleiche Priorität</translation>
    </message>
    <message>
        <source>Several records match; the card lists them to choose from.</source>
        <translation>Mehrere Datensätze passen; die Karte listet sie zur Wahl auf.</translation>
    </message>
    <message>
        <source>Skipped: a row of higher priority comes first</source>
        <translation>Übergangen: eine Zeile mit höherer Priorität geht vor</translation>
    </message>
    <message>
        <source>Skipped: no page</source>
        <translation>Übergangen: keine Seite</translation>
    </message>
    <message>
        <source>Skipped: switched off</source>
        <translation>Übergangen: ausgeschaltet</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;belle</translation>
    </message>
    <message>
        <source>This record was chosen for the number before.</source>
        <translation>Dieser Datensatz wurde früher für die Nummer gewählt.</translation>
    </message>
    <message>
        <source>This row names callers, but it has no page to open.</source>
        <translation>Diese Zeile nennt Anrufer, hat aber keine Seite zum Öffnen.</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Unbekannter Anrufer</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Without phone fields this row never matches a number.</source>
        <translation>Ohne Telefonfelder passt diese Zeile nie zu einer Nummer.</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>neue Zeile</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <source>{0} records have this number: none opens by itself</source>
        <translation>{0} Datensätze haben diese Nummer: keiner öffnet sich von selbst</translation>
    </message>
    <message>
        <source>{priority}  {table}</source>
        <translation>{priority}  {table}</translation>
    </message>
    <message>
        <source>{table} has priority {priority} as well, so that the order decides.</source>
        <translation>{table} hat ebenfalls Priorität {priority}, daher entscheidet die Reihenfolge.</translation>
    </message>
    <message>
        <source>{table} is back: you had removed it, but somebody else changed it.</source>
        <translation>{table} ist wieder da: Sie hatten die Zeile entfernt, jemand anders hat sie aber geändert.</translation>
    </message>
    <message>
        <source>{table} was removed by somebody else; it stays because you changed it.</source>
        <translation>{table} wurde von jemand anderem entfernt; die Zeile bleibt, weil Sie sie geändert haben.</translation>
    </message>
    <message>
        <source>{table} with priority {priority} finds the same numbers first, so that this row never opens.</source>
        <translation>{table} mit Priorität {priority} findet dieselben Nummern zuerst, daher öffnet diese Zeile nie.</translation>
    </message>
    <message>
        <source>{table}, {fields}: yours stays; somebody else wrote {values}.</source>
        <translation>{table}, {fields}: Ihr Wert bleibt; jemand anders hat {values} eingetragen.</translation>
    </message>
    <message>
        <source>{who} added row {number}, {new}.</source>
        <translation>{who} fügte Zeile {number} hinzu, {new}.</translation>
    </message>
    <message>
        <source>{who} changed row {number} from {old} to {new}.</source>
        <translation>{who} änderte Zeile {number} von {old} in {new}.</translation>
    </message>
    <message>
        <source>{who} changed row {number}, {new}: {fields} from {from} to {to}.</source>
        <translation>{who} änderte Zeile {number}, {new}: {fields} von {from} in {to}.</translation>
    </message>
    <message>
        <source>{who} changed row {number}, {new}: {fields}.</source>
        <translation>{who} änderte Zeile {number}, {new}: {fields}.</translation>
    </message>
    <message>
        <source>{who} removed row {number}, {old}.</source>
        <translation>{who} entfernte Zeile {number}, {old}.</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Business mapping</source>
        <translation>Tabellenzuordnung</translation>
    </message>
</context>
<context>
    <name>MappingList</name>
    <message>
        <source>&amp;Remove row</source>
        <translation>Zeile &amp;entfernen</translation>
    </message>
    <message>
        <source>A new row after the others</source>
        <translation>Eine neue Zeile nach den anderen</translation>
    </message>
    <message>
        <source>A&amp;dd row</source>
        <translation>Zeile &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Nach unten</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Nach oben</translation>
    </message>
    <message>
        <source>Business mapping</source>
        <translation>Tabellenzuordnung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>No table is mapped yet, so that callers are shown by their number alone.</source>
        <translation>Noch ist keine Tabelle zugeordnet, daher werden Anrufer nur mit ihrer Nummer gezeigt.</translation>
    </message>
    <message>
        <source>Und&amp;o removal</source>
        <translation>Entfernen &amp;rückgängig</translation>
    </message>
    <message>
        <source>{0} was removed.</source>
        <translation>{0} wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>ModuleSetupDialog</name>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Enter a licence</source>
        <translation>Lizenz eingeben</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence files (*.json)</source>
        <translation>Lizenzdateien (*.json)</translation>
    </message>
    <message>
        <source>Load a licence</source>
        <translation>Eine Lizenz laden</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Moduleinrichtung</translation>
    </message>
    <message>
        <source>What lives where</source>
        <translation>Was wo steht</translation>
    </message>
    <message>
        <source>{0} Enter one on the tab Licence; until then nothing else can be changed.</source>
        <translation>{0} Geben Sie auf der Registerkarte „Lizenz“ eine ein; bis dahin lässt sich sonst nichts ändern.</translation>
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
    <name>NumberField</name>
    <message>
        <source>{0}: write a whole number from {1} to {2}.</source>
        <translation>{0}: Geben Sie eine ganze Zahl von {1} bis {2} ein.</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Key in after the answer</source>
        <translation>Nach dem Abheben eintippen</translation>
    </message>
    <message>
        <source>Key it in on the phone when the other end asks for it.</source>
        <translation>Tippen Sie es am Telefon ein, wenn die Gegenstelle danach fragt.</translation>
    </message>
    <message>
        <source>{digits} belongs to the number, but cannot be dialled with it.</source>
        <translation>{digits} gehört zur Nummer, kann aber nicht mit ihr gewählt werden.</translation>
    </message>
</context>
<context>
    <name>PhoneTest</name>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>Test a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Is the line complete, and saved in the phone? Is the phone on, and can it reach this computer? A firewall may be in between.</source>
        <translation>Ist die Zeile vollständig und im Telefon gespeichert? Ist das Telefon an, und erreicht es diesen Computer? Vielleicht steht eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>Nothing was heard for two minutes.</source>
        <translation>Zwei Minuten lang war nichts zu hören.</translation>
    </message>
    <message>
        <source>Press Test, then let the phone ring.</source>
        <translation>Drücken Sie auf Testen und lassen Sie dann das Telefon klingeln.</translation>
    </message>
    <message>
        <source>Waiting: let the phone ring, or dial a number on it.</source>
        <translation>Warten auf einen Anruf: Lassen Sie das Telefon klingeln oder wählen Sie daran eine Nummer.</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>An internal fault; see the log file.</source>
        <translation>Ein interner Fehler; siehe Protokolldatei.</translation>
    </message>
    <message>
        <source>Asking Windows for its telephony lines.</source>
        <translation>Windows wird nach seinen Telefonleitungen gefragt.</translation>
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
        <source>Check the telephone, and its driver under Phone and Modem in the Control Panel.</source>
        <translation>Prüfen Sie das Telefon und seinen Treiber unter „Telefon und Modem“ in der Systemsteuerung.</translation>
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
        <source>Enable it under [sources.teams] in config.toml.</source>
        <translation>Schalten Sie es unter [sources.teams] in config.toml ein.</translation>
    </message>
    <message>
        <source>End the other program and restart CTI Tray.</source>
        <translation>Beenden Sie das andere Programm, und starten Sie CTI Tray neu.</translation>
    </message>
    <message>
        <source>In your next call, Teams asks you whether CTI Tray may connect.</source>
        <translation>Bei Ihrem nächsten Gespräch fragt Teams Sie, ob sich CTI Tray verbinden darf.</translation>
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
        <source>Listening for desk phones.</source>
        <translation>Tischtelefone können sich melden.</translation>
    </message>
    <message>
        <source>Listening to the telephony lines of Windows.</source>
        <translation>Es wird auf die Telefonleitungen von Windows gehört.</translation>
    </message>
    <message>
        <source>Listening to {phone} at {address}.</source>
        <translation>Hört auf {phone} unter {address}.</translation>
    </message>
    <message>
        <source>Name your own line first in sources.tapi.lines.</source>
        <translation>Nennen Sie Ihre eigene Leitung als erste in sources.tapi.lines.</translation>
    </message>
    <message>
        <source>No phone may report yet: name its address in sources.lan.allowed.</source>
        <translation>Noch darf sich kein Telefon melden: Nennen Sie seine Adresse in sources.lan.allowed.</translation>
    </message>
    <message>
        <source>No port of this machine can be listened on.</source>
        <translation>Kein Anschluss dieses Computers kann benutzt werden.</translation>
    </message>
    <message>
        <source>No telephony line is open.</source>
        <translation>Keine Telefonleitung ist offen.</translation>
    </message>
    <message>
        <source>None of the lines in sources.tapi.lines is there.</source>
        <translation>Keine der Leitungen in sources.tapi.lines ist da.</translation>
    </message>
    <message>
        <source>Not paired: whether you are in a call is guessed from what Teams offers.</source>
        <translation>Nicht gekoppelt: Ob Sie in einem Gespräch sind, wird aus dem erraten, was Teams anbietet.</translation>
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
        <source>Nothing can listen for desk phones at {address}: {reason}.</source>
        <translation>Bei {address} kann nicht auf Tischtelefone gewartet werden: {reason}.</translation>
    </message>
    <message>
        <source>Or choose another port under [sources.receiver] in config.toml.</source>
        <translation>Oder wählen Sie einen anderen Port unter [sources.receiver] in config.toml.</translation>
    </message>
    <message>
        <source>Some lines do not open.</source>
        <translation>Einige Leitungen lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Some of the lines in sources.tapi.lines are not there.</source>
        <translation>Einige der Leitungen in sources.tapi.lines sind nicht da.</translation>
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
        <source>Switched off: desk phones are not heard. See [sources.lan] in config.toml.</source>
        <translation>Ausgeschaltet: Tischtelefone werden nicht gehört. Siehe [sources.lan] in config.toml.</translation>
    </message>
    <message>
        <source>Switched off; only commands are taken.</source>
        <translation>Ausgeschaltet; nur Befehle werden angenommen.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Teams asks you now whether CTI Tray may connect: choose Allow there.</source>
        <translation>Teams fragt Sie jetzt, ob sich CTI Tray verbinden darf: Wählen Sie dort Zulassen.</translation>
    </message>
    <message>
        <source>Teams has refused. Allow CTI Tray in Teams under Settings, Privacy, Third-party app API.</source>
        <translation>Teams hat abgelehnt. Lassen Sie CTI Tray in Teams unter Einstellungen, Datenschutz, Drittanbieter-App-API zu.</translation>
    </message>
    <message>
        <source>Teams is not running, or its third-party app API is switched off.</source>
        <translation>Teams läuft nicht, oder seine Drittanbieter-App-API ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Teams is switched off.</source>
        <translation>Teams ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Teams never tells that it rings; a card opens with the screen pop.</source>
        <translation>Teams meldet nie, dass es klingelt; eine Karte öffnet sich mit der Anrufseite.</translation>
    </message>
    <message>
        <source>Telephony lines of Windows are there on Windows only.</source>
        <translation>Die Telefonleitungen von Windows gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>The call does not allow that at the moment.</source>
        <translation>Der Anruf lässt das im Moment nicht zu.</translation>
    </message>
    <message>
        <source>The line is busy.</source>
        <translation>Die Leitung ist besetzt.</translation>
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
        <source>The service Telephony of Windows is not running.</source>
        <translation>Der Windows-Dienst Telefonie läuft nicht.</translation>
    </message>
    <message>
        <source>The telephone cannot do that.</source>
        <translation>Das Telefon kann das nicht.</translation>
    </message>
    <message>
        <source>The telephone did not do it (code {code}).</source>
        <translation>Das Telefon hat es nicht getan (Code {code}).</translation>
    </message>
    <message>
        <source>The telephone does not let CTI Tray control this call.</source>
        <translation>Das Telefon lässt CTI Tray diesen Anruf nicht steuern.</translation>
    </message>
    <message>
        <source>The telephone has no such call any more.</source>
        <translation>Das Telefon hat diesen Anruf nicht mehr.</translation>
    </message>
    <message>
        <source>The telephone system blocks this number.</source>
        <translation>Die Telefonanlage sperrt diese Nummer.</translation>
    </message>
    <message>
        <source>The telephone system does not take this number.</source>
        <translation>Die Telefonanlage nimmt diese Nummer nicht an.</translation>
    </message>
    <message>
        <source>The telephony lines do not open.</source>
        <translation>Die Telefonleitungen lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>There are several telephony lines, and none is set as yours.</source>
        <translation>Es gibt mehrere Telefonleitungen, und keine ist als Ihre eingestellt.</translation>
    </message>
    <message>
        <source>This number cannot be given to baresip.</source>
        <translation>Diese Nummer kann baresip nicht übergeben werden.</translation>
    </message>
    <message>
        <source>This number cannot be given to the telephone.</source>
        <translation>Diese Nummer kann nicht an das Telefon gegeben werden.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>What answers at {address} is not Teams.</source>
        <translation>Was unter {address} antwortet, ist nicht Teams.</translation>
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
        <source>When a call from Teams ends is not heard now.</source>
        <translation>Wann ein Anruf aus Teams endet, ist zurzeit nicht zu erfahren.</translation>
    </message>
    <message>
        <source>Windows has no telephony line for calls; the driver of a telephone system brings one.</source>
        <translation>Windows hat keine Telefonleitung für Gespräche; der Treiber einer Telefonanlage bringt eine mit.</translation>
    </message>
    <message>
        <source>Windows telephony is not installed.</source>
        <translation>Die Windows-Telefonie ist nicht installiert.</translation>
    </message>
    <message>
        <source>Windows telephony is not ready.</source>
        <translation>Die Windows-Telefonie ist nicht bereit.</translation>
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
    <message>
        <source>{key} must be a number such as 0.0.0.0:8125, not a name.</source>
        <translation>{key} muss in Ziffern wie 0.0.0.0:8125 angegeben sein, nicht als Name.</translation>
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
    <name>ProductUsersWindow</name>
    <message>
        <source>&amp;Enter a licence</source>
        <translation>Lizenz ein&amp;geben</translation>
    </message>
    <message>
        <source>&amp;Import users...</source>
        <translation>Benutzer &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Licence...</source>
        <translation>&amp;Lizenz...</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Benutzer</translation>
    </message>
    <message>
        <source>A&amp;dd user...</source>
        <translation>Benutzer &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>Activate Users</source>
        <translation>Benutzer aktivieren</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle Benutzer</translation>
    </message>
    <message>
        <source>Import users</source>
        <translation>Benutzer importieren</translation>
    </message>
    <message>
        <source>Lists of users (*.csv *.txt)</source>
        <translation>Benutzerlisten (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Search by name or account</source>
        <translation>Nach Name oder Konto suchen</translation>
    </message>
    <message>
        <source>The users are not loaded.</source>
        <translation>Die Benutzer sind nicht geladen.</translation>
    </message>
    <message>
        <source>{0} of {1} users</source>
        <translation>{0} von {1} Benutzern</translation>
    </message>
    <message>
        <source>{0} users</source>
        <translation>{0} Benutzer</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} wurde hinzugefügt.</translation>
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
        <source>your setup opens no card for internal calls</source>
        <translation>Ihre Einrichtung öffnet keine Karte für interne Anrufe</translation>
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
    <name>RecipePage</name>
    <message>
        <source>Copied: {0}</source>
        <translation>Kopiert: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all lines</source>
        <translation>&amp;Alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>{0} kopieren</translation>
    </message>
    <message>
        <source>Phone programs are not heard: sources.receiver is switched off in config.toml.</source>
        <translation>Telefonprogramme werden nicht gehört: sources.receiver ist in config.toml ausgeschaltet.</translation>
    </message>
    <message>
        <source>Sho&amp;w the token</source>
        <translation>Token an&amp;zeigen</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Gut zu wissen</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>A line may have 255 characters at most; only the program may stand in quotes.</source>
        <translation>Eine Zeile darf höchstens 255 Zeichen haben; nur das Programm darf in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>An address may have 128 characters at most.</source>
        <translation>Eine Adresse darf höchstens 128 Zeichen haben.</translation>
    </message>
    <message>
        <source>As nobody tells the end, such a call counts as ended after four hours, if no other source reports it.</source>
        <translation>Da niemand das Ende meldet, gilt ein solcher Anruf nach vier Stunden als beendet, wenn keine andere Quelle ihn meldet.</translation>
    </message>
    <message>
        <source>Choose Advanced Settings, Action URI.</source>
        <translation>Wählen Sie Advanced Settings, Action URI aus.</translation>
    </message>
    <message>
        <source>Choose Apply.</source>
        <translation>Wählen Sie Übernehmen.</translation>
    </message>
    <message>
        <source>Choose Features, Action URL.</source>
        <translation>Wählen Sie Features, Action URL aus.</translation>
    </message>
    <message>
        <source>Choose Settings, Outbound Notification, Action URL.</source>
        <translation>Wählen Sie Settings, Outbound Notification, Action URL aus.</translation>
    </message>
    <message>
        <source>Choose Setup, Action URL Settings.</source>
        <translation>Wählen Sie Setup, Action URL Settings aus.</translation>
    </message>
    <message>
        <source>Choose the action REST API, so that no browser opens, and paste the address.</source>
        <translation>Wählen Sie die Aktion REST API, damit sich kein Browser öffnet, und fügen Sie die Adresse ein.</translation>
    </message>
    <message>
        <source>Choose the event that the call state changes, with the state and direction of the line.</source>
        <translation>Wählen Sie das Ereignis, dass sich der Gesprächszustand ändert, mit Zustand und Richtung der Zeile.</translation>
    </message>
    <message>
        <source>Close MicroSIP: it writes its file when it ends.</source>
        <translation>Beenden Sie MicroSIP: Es schreibt seine Datei, wenn es endet.</translation>
    </message>
    <message>
        <source>Dial the first line once on a phone at the box: it switches the call monitor on.</source>
        <translation>Wählen Sie die erste Zeile einmal an einem Telefon der Box: Das schaltet den Anrufmonitor ein.</translation>
    </message>
    <message>
        <source>Enter the parameters and switch Start with call on.</source>
        <translation>Tragen Sie die Parameter ein und schalten Sie „Mit Anruf starten“ ein.</translation>
    </message>
    <message>
        <source>For numbers, an administrator sets up the screen pop, as the help says.</source>
        <translation>Für Nummern richtet ein Administrator die Anrufseite ein, wie die Hilfe es beschreibt.</translation>
    </message>
    <message>
        <source>Give each the application below, and the mode hidden.</source>
        <translation>Geben Sie jeder die Anwendung unten und den Modus „versteckt“.</translation>
    </message>
    <message>
        <source>In Teams, open Settings, Privacy, Third-party app API, and switch the API on.</source>
        <translation>Öffnen Sie in Teams Einstellungen, Datenschutz, Drittanbieter-App-API und schalten Sie die API ein.</translation>
    </message>
    <message>
        <source>In the window Connect my phone, press Pair with Teams.</source>
        <translation>Drücken Sie im Fenster Mein Telefon verbinden auf Mit Teams koppeln.</translation>
    </message>
    <message>
        <source>In your next call, Teams asks whether CTI Tray may connect: choose Allow there.</source>
        <translation>Bei Ihrem nächsten Gespräch fragt Teams, ob sich CTI Tray verbinden darf: Wählen Sie dort Zulassen.</translation>
    </message>
    <message>
        <source>Install the TAPI driver of your telephone system and choose your line in it.</source>
        <translation>Installieren Sie den TAPI-Treiber Ihrer Telefonanlage und wählen Sie darin Ihre Leitung.</translation>
    </message>
    <message>
        <source>It does not report hold, nor why a call ended.</source>
        <translation>Es meldet weder Halten noch warum ein Anruf endete.</translation>
    </message>
    <message>
        <source>It does not report that a call is taken off hold, nor why a call ended.</source>
        <translation>Es meldet nicht, dass ein Anruf nicht mehr gehalten wird, und nicht, warum ein Anruf endete.</translation>
    </message>
    <message>
        <source>It does not report that a colleague took the call.</source>
        <translation>Es meldet nicht, dass jemand anders den Anruf angenommen hat.</translation>
    </message>
    <message>
        <source>It does not say which call ended: of two calls at once, one may stay open.</source>
        <translation>Es sagt nicht, welcher Anruf endete: Von zwei gleichzeitigen kann einer offen bleiben.</translation>
    </message>
    <message>
        <source>It gives calls no identifier, so two calls with one number at once are told apart badly.</source>
        <translation>Es gibt Anrufen keine Kennung; zwei gleichzeitige Anrufe mit einer Nummer sind daher schlecht zu unterscheiden.</translation>
    </message>
    <message>
        <source>It reports calls when they are picked up, and neither their ringing nor their end.</source>
        <translation>Es meldet Anrufe, wenn sie angenommen werden, und weder ihr Klingeln noch ihr Ende.</translation>
    </message>
    <message>
        <source>It reports incoming calls only, and not how they end: the call is over for CTI Tray after 3 minutes.</source>
        <translation>Es meldet nur ankommende Anrufe und nicht, wie sie enden: Für CTI Tray ist der Anruf nach 3 Minuten vorbei.</translation>
    </message>
    <message>
        <source>It reports the calls of all phones at the box, without names and without hold.</source>
        <translation>Sie meldet die Anrufe aller Telefone an der Box, ohne Namen und ohne Halten.</translation>
    </message>
    <message>
        <source>It reports the number, but no name, and neither hold nor why a call ended.</source>
        <translation>Es meldet die Nummer, aber keinen Namen, und weder Halten noch warum ein Anruf endete.</translation>
    </message>
    <message>
        <source>It serves one listener at a time.</source>
        <translation>Es bedient immer nur einen Zuhörer.</translation>
    </message>
    <message>
        <source>Its guide shows addresses without http://. Leave that out where it is not accepted.</source>
        <translation>Das Handbuch zeigt Adressen ohne http://. Lassen Sie das weg, wo es nicht angenommen wird.</translation>
    </message>
    <message>
        <source>Let it run a program on incoming calls when they ring, with this path and parameters.</source>
        <translation>Lassen Sie bei ankommenden Anrufen, wenn es klingelt, ein Programm mit diesem Pfad und diesen Parametern ausführen.</translation>
    </message>
    <message>
        <source>NFON does not publish its placeholders. Those shown are of a related program: compare with its help.</source>
        <translation>NFON veröffentlicht seine Platzhalter nicht. Die gezeigten sind die eines verwandten Programms: Vergleichen Sie mit seiner Hilfe.</translation>
    </message>
    <message>
        <source>Names, and why a call ended, come only where the driver tells them.</source>
        <translation>Namen und der Grund für das Ende eines Anrufs kommen nur, wenn der Treiber sie nennt.</translation>
    </message>
    <message>
        <source>Not every variable is filled in for every event; the call is found by its identifier.</source>
        <translation>Nicht jede Variable ist bei jedem Ereignis gefüllt; der Anruf wird an seiner Kennung gefunden.</translation>
    </message>
    <message>
        <source>Open %APPDATA%\MicroSIP\MicroSIP.ini in Notepad. Keep its encoding, UTF-16 LE.</source>
        <translation>Öffnen Sie %APPDATA%\MicroSIP\MicroSIP.ini im Editor. Behalten Sie die Codierung UTF-16 LE bei.</translation>
    </message>
    <message>
        <source>Open Settings, Automation and add a rule for each line below.</source>
        <translation>Öffnen Sie Settings, Automation und legen Sie für jede Zeile unten eine Regel an.</translation>
    </message>
    <message>
        <source>Open the phone&apos;s own page in a browser, at the address that its display shows.</source>
        <translation>Öffnen Sie die Seite des Telefons im Browser, unter der Adresse, die sein Display zeigt.</translation>
    </message>
    <message>
        <source>Open the settings of ProCall and add a user-defined action for each command line.</source>
        <translation>Öffnen Sie die Einstellungen von ProCall und legen Sie für jede Befehlszeile eine benutzerdefinierte Aktion an.</translation>
    </message>
    <message>
        <source>Open the settings of myPBX and add an external application with this path.</source>
        <translation>Öffnen Sie die Einstellungen von myPBX und fügen Sie eine externe Anwendung mit diesem Pfad hinzu.</translation>
    </message>
    <message>
        <source>Open the settings of the 3CX app for Windows and choose Integration.</source>
        <translation>Öffnen Sie die Einstellungen der 3CX-App für Windows und wählen Sie Integration.</translation>
    </message>
    <message>
        <source>Open the settings, choose Action URLs and switch them on.</source>
        <translation>Öffnen Sie die Einstellungen, wählen Sie Action-URLs und schalten Sie sie ein.</translation>
    </message>
    <message>
        <source>Paste each address at its event and save.</source>
        <translation>Fügen Sie jede Adresse bei ihrem Ereignis ein und speichern Sie.</translation>
    </message>
    <message>
        <source>Paste each address, activate it, and do not let it be shown in the browser.</source>
        <translation>Fügen Sie jede Adresse ein, aktivieren Sie sie und lassen Sie sie nicht im Browser anzeigen.</translation>
    </message>
    <message>
        <source>Programs of this family mark placeholders in different ways: compare with their help.</source>
        <translation>Programme dieser Familie schreiben Platzhalter verschieden: Vergleichen Sie mit deren Hilfe.</translation>
    </message>
    <message>
        <source>Put the other lines into config.toml of CTI Tray.</source>
        <translation>Setzen Sie die anderen Zeilen in config.toml von CTI Tray.</translation>
    </message>
    <message>
        <source>Put these lines into the part [Settings], in place of those with the same names.</source>
        <translation>Setzen Sie diese Zeilen in den Teil [Settings], anstelle derer mit den gleichen Namen.</translation>
    </message>
    <message>
        <source>Quit CTI Tray and start it again.</source>
        <translation>Beenden Sie CTI Tray und starten Sie es wieder.</translation>
    </message>
    <message>
        <source>Rules are part of the paid editions of some programs.</source>
        <translation>Regeln gibt es bei manchen Programmen nur in den kostenpflichtigen Editionen.</translation>
    </message>
    <message>
        <source>Save the file and start MicroSIP.</source>
        <translation>Speichern Sie die Datei und starten Sie MicroSIP.</translation>
    </message>
    <message>
        <source>Start both again.</source>
        <translation>Starten Sie beide neu.</translation>
    </message>
    <message>
        <source>Switch the control port on in baresip&apos;s own file config.</source>
        <translation>Schalten Sie den Steuerport in der Datei config von baresip ein.</translation>
    </message>
    <message>
        <source>Switch the source on in config.toml of CTI Tray.</source>
        <translation>Schalten Sie die Quelle in config.toml von CTI Tray ein.</translation>
    </message>
    <message>
        <source>Teams itself says only that there is a call, not with whom, and nothing while it rings.</source>
        <translation>Teams selbst sagt nur, dass es ein Gespräch gibt, nicht mit wem, und nichts, solange es klingelt.</translation>
    </message>
    <message>
        <source>The TAPI driver of the telephone system reports more: prefer it where there is one.</source>
        <translation>Der TAPI-Treiber der Telefonanlage meldet mehr: Ziehen Sie ihn vor, wo es ihn gibt.</translation>
    </message>
    <message>
        <source>The address goes unencrypted through your network; its token can only report calls.</source>
        <translation>Die Adresse geht unverschlüsselt durch Ihr Netz; ihr Token kann nur Anrufe melden.</translation>
    </message>
    <message>
        <source>The address opens a page of the browser, which keeps the token in its history.</source>
        <translation>Die Adresse öffnet eine Seite im Browser, der das Token in seinem Verlauf behält.</translation>
    </message>
    <message>
        <source>The words in the settings differ between the versions of the app.</source>
        <translation>Die Wörter in den Einstellungen sind je nach Version der App verschieden.</translation>
    </message>
    <message>
        <source>This computer should keep its address in the network, or the phone loses it.</source>
        <translation>Dieser Computer sollte seine Adresse im Netz behalten, sonst verliert ihn das Telefon.</translation>
    </message>
    <message>
        <source>Under Actions, choose each of them for the event that its line names.</source>
        <translation>Wählen Sie unter Aktionen jede für das Ereignis, das ihre Zeile nennt.</translation>
    </message>
    <message>
        <source>Where a name arrives cut off at its first space, the program leaves out the quotes: leave --name out.</source>
        <translation>Kommt ein Name nur bis zum ersten Leerzeichen an, lässt das Programm die Anführungszeichen weg: Lassen Sie --name weg.</translation>
    </message>
    <message>
        <source>Where it can only open a contact address, enter the address instead.</source>
        <translation>Kann sie nur eine Kontaktadresse öffnen, tragen Sie stattdessen die Adresse ein.</translation>
    </message>
    <message>
        <source>Where the window Connect my phone shows lines of others too, tick your own, and save.</source>
        <translation>Zeigt das Fenster Mein Telefon verbinden auch Leitungen anderer, haken Sie Ihre eigene an und speichern Sie.</translation>
    </message>
    <message>
        <source>With the screen pop the number comes, for incoming calls from telephones only.</source>
        <translation>Mit der Anrufseite kommt die Nummer, aber nur bei ankommenden Anrufen von Telefonen.</translation>
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
    <name>RowForm</name>
    <message>
        <source>1 is tried first.</source>
        <translation>1 wird zuerst versucht.</translation>
    </message>
    <message>
        <source>A row that is off is skipped.</source>
        <translation>Eine ausgeschaltete Zeile wird übergangen.</translation>
    </message>
    <message>
        <source>A table of the directory, such as Customer.</source>
        <translation>Eine Tabelle des Verzeichnisses, etwa Customer.</translation>
    </message>
    <message>
        <source>Choose phone fields among the columns</source>
        <translation>Telefonfelder aus den Spalten wählen</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Enter an address that begins with https://.</source>
        <translation>Geben Sie eine Adresse ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Enter the number of a page of Business Central, such as 21.</source>
        <translation>Geben Sie die Nummer einer Seite von Business Central ein, etwa 21.</translation>
    </message>
    <message>
        <source>Pa&amp;ge number</source>
        <translation>Seitennu&amp;mmer</translation>
    </message>
    <message>
        <source>Selected row</source>
        <translation>Gewählte Zeile</translation>
    </message>
    <message>
        <source>Such as 21 for the customer card.</source>
        <translation>Etwa 21 für die Debitorenkarte.</translation>
    </message>
    <message>
        <source>The record opens in Business Central.</source>
        <translation>Der Datensatz öffnet sich in Business Central.</translation>
    </message>
    <message>
        <source>The record opens in a window of CTI Tray.</source>
        <translation>Der Datensatz öffnet sich in einem Fenster von CTI Tray.</translation>
    </message>
    <message>
        <source>The record opens in the browser.</source>
        <translation>Der Datensatz öffnet sich im Browser.</translation>
    </message>
    <message>
        <source>The row names the caller and opens nothing.</source>
        <translation>Die Zeile nennt den Anrufer und öffnet nichts.</translation>
    </message>
    <message>
        <source>Web addre&amp;ss</source>
        <translation>&amp;Webadresse</translation>
    </message>
    <message>
        <source>What the card shows as the caller&apos;s name.</source>
        <translation>Was die Karte als Namen des Anrufers zeigt.</translation>
    </message>
    <message>
        <source>Where the numbers are, with commas between them.</source>
        <translation>Wo die Nummern stehen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>{no}, {name}, {number} and {table} stand for the values of the caller&apos;s record.</source>
        <translation>{no}, {name}, {number} und {table} stehen für die Werte des Datensatzes des Anrufers.</translation>
    </message>
</context>
<context>
    <name>SeatBar</name>
    <message>
        <source>{0} of {1} seats used</source>
        <translation>{0} von {1} Plätzen belegt</translation>
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
        <source>For example 192.168.1.20 or 192.168.1.0/24.</source>
        <translation>Zum Beispiel 192.168.1.20 oder 192.168.1.0/24.</translation>
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
    <message>
        <source>{value} is not the address of a phone or a network.</source>
        <translation>{value} ist keine Adresse eines Telefons oder Netzes.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>&amp;Close mask on</source>
        <translation>Karte &amp;schließen bei</translation>
    </message>
    <message>
        <source>&amp;Heartbeat (seconds)</source>
        <translation>&amp;Herzschlag (Sekunden)</translation>
    </message>
    <message>
        <source>&amp;Incoming call</source>
        <translation>&amp;Eingehender Anruf</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Missed incoming call</source>
        <translation>&amp;Verpasster Anruf</translation>
    </message>
    <message>
        <source>&amp;Open mask on</source>
        <translation>Karte &amp;öffnen bei</translation>
    </message>
    <message>
        <source>&amp;Seats</source>
        <translation>&amp;Plätze</translation>
    </message>
    <message>
        <source>&amp;Unaccepted outgoing call</source>
        <translation>N&amp;icht angenommener ausgehender Anruf</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>&amp;Gültig bis</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Adm&amp;inistrator</source>
        <translation>Ad&amp;ministrator</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Ask an administrator of CTI Tray.</source>
        <translation>Fragen Sie einen Administrator von CTI Tray.</translation>
    </message>
    <message>
        <source>Authorization time</source>
        <translation>Zeitpunkt der Autorisierung</translation>
    </message>
    <message>
        <source>Automatically open &amp;master data</source>
        <translation>Stamm&amp;daten automatisch öffnen</translation>
    </message>
    <message>
        <source>Bring back a copy of it, or correct it with a database program.</source>
        <translation>Spielen Sie eine Kopie zurück, oder berichtigen Sie den Wert mit einem Datenbankprogramm.</translation>
    </message>
    <message>
        <source>Bring back a copy of it, or move it away to begin anew; nothing was changed.</source>
        <translation>Spielen Sie eine Kopie zurück, oder verschieben Sie sie, um neu zu beginnen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>C&amp;RM active</source>
        <translation>C&amp;RM aktiv</translation>
    </message>
    <message>
        <source>CTI Tray is closing.</source>
        <translation>CTI Tray wird beendet.</translation>
    </message>
    <message>
        <source>CTI Tray is not licensed.</source>
        <translation>CTI Tray hat keine Lizenz.</translation>
    </message>
    <message>
        <source>Caller card &amp;delay (seconds)</source>
        <translation>&amp;Verzögerung der Karte (Sekunden)</translation>
    </message>
    <message>
        <source>Check its rights and the disk.</source>
        <translation>Prüfen Sie ihre Rechte und das Laufwerk.</translation>
    </message>
    <message>
        <source>Currently active</source>
        <translation>Derzeit aktiv</translation>
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
        <source>I&amp;nternal calls</source>
        <translation>&amp;Interne Anrufe</translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation>Importieren Sie sie in Teilen.</translation>
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
        <source>Keep calls for (&amp;days)</source>
        <translation>Anrufe &amp;aufbewahren (Tage)</translation>
    </message>
    <message>
        <source>Kind of licence</source>
        <translation>Art der Lizenz</translation>
    </message>
    <message>
        <source>Licence valid until</source>
        <translation>Lizenz gültig bis</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Lizenziert</translation>
    </message>
    <message>
        <source>Longest i&amp;nternal number (digits)</source>
        <translation>Längste &amp;interne Nummer (Ziffern)</translation>
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
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the licence</source>
        <translation>Name der Lizenz</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation>Nicht lizenziert</translation>
    </message>
    <message>
        <source>Only a licensed administrator can change this.</source>
        <translation>Nur ein lizenzierter Administrator kann dies ändern.</translation>
    </message>
    <message>
        <source>Only a licensed administrator may do this.</source>
        <translation>Das darf nur ein lizenzierter Administrator.</translation>
    </message>
    <message>
        <source>Only an administrator can change this.</source>
        <translation>Nur ein Administrator kann dies ändern.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Das darf nur ein Administrator.</translation>
    </message>
    <message>
        <source>Open out&amp;going mask on</source>
        <translation>Aus&amp;gehende Karte öffnen bei</translation>
    </message>
    <message>
        <source>Out&amp;going call</source>
        <translation>Aus&amp;gehender Anruf</translation>
    </message>
    <message>
        <source>Outside &amp;prefix</source>
        <translation>Amts&amp;kennziffer</translation>
    </message>
    <message>
        <source>R&amp;egion</source>
        <translation>R&amp;egion</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Aktualisierungstoken</translation>
    </message>
    <message>
        <source>Restart CTI Tray to connect anew.</source>
        <translation>Starten Sie CTI Tray neu, um die Verbindung neu herzustellen.</translation>
    </message>
    <message>
        <source>Save it as CSV (UTF-8) with the columns account, email, name and licensed.</source>
        <translation>Speichern Sie sie als CSV (UTF-8) mit den Spalten account, email, name und licensed.</translation>
    </message>
    <message>
        <source>Seats of the licence</source>
        <translation>Plätze der Lizenz</translation>
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
        <source>Sign-in name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Sign-in to Microsoft Teams</source>
        <translation>Anmeldung bei Microsoft Teams</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Jemand anders hat dies inzwischen geändert.</translation>
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
        <source>The licence of CTI Tray has expired; its last day was {day}.</source>
        <translation>Die Lizenz von CTI Tray ist abgelaufen; ihr letzter Tag war der {day}.</translation>
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
        <source>The setup in {where} does not say of which version it is (table {table}).</source>
        <translation>Die Einrichtung in {where} sagt nicht, von welcher Version sie ist (Tabelle {table}).</translation>
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
        <source>The setup store cannot be reached. Setup from {0} ago; it can only be read.</source>
        <translation>Der Einrichtungsspeicher ist nicht erreichbar. Einrichtung von vor {0}; sie ist nur lesbar.</translation>
    </message>
    <message>
        <source>The setup store cannot be reached. Shown are the values built in.</source>
        <translation>Der Einrichtungsspeicher ist nicht erreichbar. Gezeigt werden die eingebauten Werte.</translation>
    </message>
    <message>
        <source>The trial of CTI Tray has ended; its last day was {day}.</source>
        <translation>Die Testphase von CTI Tray ist beendet; ihr letzter Tag war der {day}.</translation>
    </message>
    <message>
        <source>There is no user with the number {number}; they may have been removed.</source>
        <translation>Es gibt keinen Benutzer mit der Nummer {number}; vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>This is you. Afterwards only another administrator can let you in here again.</source>
        <translation>Das sind Sie selbst. Danach kann nur ein anderer Administrator Sie hier wieder zulassen.</translation>
    </message>
    <message>
        <source>This user is not known in the setup store any more.</source>
        <translation>Dieser Benutzer ist im Speicher der Einrichtung nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>This user was removed meanwhile.</source>
        <translation>Dieser Benutzer wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Token expires</source>
        <translation>Token läuft ab</translation>
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
        <source>Windows account</source>
        <translation>Windows-Konto</translation>
    </message>
    <message>
        <source>Windows does not say under which account CTI Tray runs.</source>
        <translation>Windows meldet nicht, unter welchem Konto CTI Tray läuft.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
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
        <source>is no entry of the audit trail</source>
        <translation>ist kein Eintrag des Änderungsprotokolls</translation>
    </message>
    <message>
        <source>is none that the store gave</source>
        <translation>stammt nicht aus dem Speicher</translation>
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
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
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
        <source>the last day was {day}</source>
        <translation>der letzte Tag war der {day}</translation>
    </message>
    <message>
        <source>there is no licence</source>
        <translation>es gibt keine Lizenz</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>valid for trying out until {day}</source>
        <translation>zum Ausprobieren gültig bis {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gültig bis {day}</translation>
    </message>
    <message>
        <source>{0}, loaded {1} ago</source>
        <translation>{0}, geladen vor {1}</translation>
    </message>
    <message>
        <source>{call} (interaction template code)</source>
        <translation>{call} (Code der Interaktionsvorlage)</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} has more than {most} users.</source>
        <translation>{file} hat mehr als {most} Benutzer.</translation>
    </message>
    <message>
        <source>{file} has no column account or email.</source>
        <translation>{file} hat keine Spalte account oder email.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB.</source>
        <translation>{file} ist größer als {most} MB.</translation>
    </message>
    <message>
        <source>{file} is not a table: a cell of line {line} is too long.</source>
        <translation>{file} ist keine Tabelle: Eine Zelle in Zeile {line} ist zu lang.</translation>
    </message>
    <message>
        <source>{file} is not a table: the quotation marks of line {line} do not match.</source>
        <translation>{file} ist keine Tabelle: Die Anführungszeichen in Zeile {line} gehören nicht paarweise zusammen.</translation>
    </message>
    <message>
        <source>{file} is not a text.</source>
        <translation>{file} ist kein Text.</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation>{file}: kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{licence}, until {day}</source>
        <translation>{licence}, bis {day}</translation>
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
        <source>{name}: {state}</source>
        <translation>{name}: {state}</translation>
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
    <message>
        <source>{user} stands in the file already</source>
        <translation>{user} steht schon in der Datei</translation>
    </message>
    <message>
        <source>{who} changed {field} from {old} to {new}.</source>
        <translation>{who} änderte {field} von {old} in {new}.</translation>
    </message>
    <message>
        <source>{why} Setup can only be read until an administrator enters a licence in the module setup, tab Licence.</source>
        <translation>{why} Die Einrichtung kann nur gelesen werden, bis ein Administrator in der Moduleinrichtung, Registerkarte „Lizenz“, eine Lizenz eingibt.</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved. It holds from the next call on.</source>
        <translation>Gespeichert. Es gilt ab dem nächsten Anruf.</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Wird gespeichert...</translation>
    </message>
    <message>
        <source>Use their values</source>
        <translation>Deren Werte verwenden</translation>
    </message>
    <message>
        <source>{0} Your own changes are still here: save again to put them in force.</source>
        <translation>{0} Ihre eigenen Änderungen sind noch da: speichern Sie erneut, damit sie gelten.</translation>
    </message>
</context>
<context>
    <name>SheetWindow</name>
    <message>
        <source>Enter a licence</source>
        <translation>Lizenz eingeben</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Ask your administrator to enter it in config.toml.</source>
        <translation>Bitten Sie Ihren Administrator, sie in config.toml einzutragen.</translation>
    </message>
    <message>
        <source>Ask your administrator; nothing was sent to it.</source>
        <translation>Fragen Sie Ihren Administrator; es wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>CTI Tray goes on.</source>
        <translation>CTI Tray macht weiter.</translation>
    </message>
    <message>
        <source>CTI Tray is not registered with Microsoft yet: sign_in.client_id is empty.</source>
        <translation>CTI Tray ist bei Microsoft noch nicht registriert: sign_in.client_id ist leer.</translation>
    </message>
    <message>
        <source>CTI Tray looks for the sign-in that it kept.</source>
        <translation>CTI Tray sucht die Anmeldung, die es aufgehoben hat.</translation>
    </message>
    <message>
        <source>CTI Tray says why. You can close this page.</source>
        <translation>CTI Tray sagt, warum. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>CTI Tray stays signed in on this computer, also after a new start.</source>
        <translation>CTI Tray bleibt auf diesem Computer angemeldet, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>CTI Tray then shows when you are in a Teams call, finds callers among your Outlook contacts, and works in Business Central in your name, where your organisation uses it. Caller cards open without it too.</source>
        <translation>CTI Tray zeigt dann, wenn Sie in einem Teams-Gespräch sind, findet Anrufer unter Ihren Outlook-Kontakten und arbeitet in Business Central in Ihrem Namen, wo Ihre Organisation es verwendet. Anruferkarten öffnen sich auch ohne Anmeldung.</translation>
    </message>
    <message>
        <source>Calls still come up.</source>
        <translation>Anrufe werden weiterhin gezeigt.</translation>
    </message>
    <message>
        <source>Calls still come up. Sign in again from the menu of the icon.</source>
        <translation>Anrufe werden weiterhin gezeigt. Melden Sie sich im Menü des Symbols erneut an.</translation>
    </message>
    <message>
        <source>Finish in your browser</source>
        <translation>Im Browser fortfahren</translation>
    </message>
    <message>
        <source>If it stays so, ask your administrator.</source>
        <translation>Wenn das so bleibt, fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es ließ sich kein Browser öffnen.</translation>
    </message>
    <message>
        <source>Nobody entered the code in time.</source>
        <translation>Niemand hat den Code rechtzeitig eingegeben.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>Open this page on any device and enter the code. This window goes on by itself.</source>
        <translation>Öffnen Sie diese Seite auf einem beliebigen Gerät und geben Sie den Code ein. Dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened there. This window goes on by itself.</source>
        <translation>Melden Sie sich auf der Seite an, die sich dort geöffnet hat. Dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Sign in to Microsoft</source>
        <translation>Bei Microsoft anmelden</translation>
    </message>
    <message>
        <source>Sign in with a code</source>
        <translation>Mit einem Code anmelden</translation>
    </message>
    <message>
        <source>Sign in with a code.</source>
        <translation>Melden Sie sich mit einem Code an.</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung gescheitert</translation>
    </message>
    <message>
        <source>Sign-in is not set up</source>
        <translation>Anmeldung ist nicht eingerichtet</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Sign-in to Microsoft</source>
        <translation>Anmeldung bei Microsoft</translation>
    </message>
    <message>
        <source>Signed in as before</source>
        <translation>Angemeldet wie zuvor</translation>
    </message>
    <message>
        <source>Signing in met an error that nobody expected: {kind}.</source>
        <translation>Beim Anmelden trat ein Fehler auf, den niemand erwartet hat: {kind}.</translation>
    </message>
    <message>
        <source>The browser brought no answer.</source>
        <translation>Der Browser hat keine Antwort gebracht.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this computer.</source>
        <translation>Dieser Computer vertraut dem Zertifikat von {host} nicht.</translation>
    </message>
    <message>
        <source>The credential store of this computer is locked.</source>
        <translation>Der Kennwortspeicher dieses Computers ist gesperrt.</translation>
    </message>
    <message>
        <source>The file {file} belongs to another user or computer.</source>
        <translation>Die Datei {file} gehört zu einem anderen Benutzer oder Computer.</translation>
    </message>
    <message>
        <source>The file {file} cannot be removed: {reason}.</source>
        <translation>Die Datei {file} lässt sich nicht entfernen: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation>Die Datei {file} ist beschädigt.</translation>
    </message>
    <message>
        <source>The identity provider cannot answer at the moment.</source>
        <translation>Der Identitätsanbieter kann gerade nicht antworten.</translation>
    </message>
    <message>
        <source>The identity provider cannot be used: {reason}</source>
        <translation>Der Identitätsanbieter kann nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>The identity provider does not renew the sign-in ({kind}).</source>
        <translation>Der Identitätsanbieter erneuert die Anmeldung nicht ({kind}).</translation>
    </message>
    <message>
        <source>The identity provider gave an answer that cannot be used ({kind}).</source>
        <translation>Der Identitätsanbieter gab eine Antwort, die sich nicht verwenden lässt ({kind}).</translation>
    </message>
    <message>
        <source>The identity provider names an address that is not https: {address}.</source>
        <translation>Der Identitätsanbieter nennt eine Adresse ohne https: {address}.</translation>
    </message>
    <message>
        <source>The identity provider refused the sign-in ({kind}).</source>
        <translation>Der Identitätsanbieter hat die Anmeldung abgelehnt ({kind}).</translation>
    </message>
    <message>
        <source>The issuer that the identity provider names does not belong to sign_in.authority.</source>
        <translation>Der Aussteller, den der Identitätsanbieter nennt, gehört nicht zu sign_in.authority.</translation>
    </message>
    <message>
        <source>The key to the sign-in is no longer in the credential store.</source>
        <translation>Der Schlüssel zur Anmeldung ist nicht mehr im Kennwortspeicher.</translation>
    </message>
    <message>
        <source>The sign-in is in use by another program.</source>
        <translation>Die Anmeldung wird gerade von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>The sign-in service is being asked.</source>
        <translation>Der Anmeldedienst wird gefragt.</translation>
    </message>
    <message>
        <source>The sign-in to Microsoft has ended.</source>
        <translation>Die Anmeldung bei Microsoft ist abgelaufen.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>This computer has no credential store: the sign-in ends with CTI Tray.</source>
        <translation>Dieser Computer hat keinen Kennwortspeicher: die Anmeldung endet mit CTI Tray.</translation>
    </message>
    <message>
        <source>Try again, or sign in with a code.</source>
        <translation>Versuchen Sie es erneut, oder melden Sie sich mit einem Code an.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask your administrator.</source>
        <translation>Versuchen Sie es erneut; wenn es so bleibt, fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Entsperren Sie ihn, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>You are not signed in to Microsoft.</source>
        <translation>Sie sind nicht bei Microsoft angemeldet.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Sie sind angemeldet</translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation>Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>sign_in.authority must be an https address, such as {example}.</source>
        <translation>sign_in.authority muss eine https-Adresse sein, etwa {example}.</translation>
    </message>
    <message>
        <source>{host} cannot answer at the moment ({status}).</source>
        <translation>{host} kann gerade nicht antworten ({status}).</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{host} does not say who signed in.</source>
        <translation>{host} sagt nicht, wer sich angemeldet hat.</translation>
    </message>
    <message>
        <source>{host} is not asked over https.</source>
        <translation>{host} wird nicht über https gefragt.</translation>
    </message>
    <message>
        <source>{host} sent far too much.</source>
        <translation>{host} hat viel zu viel gesendet.</translation>
    </message>
    <message>
        <source>{host} takes too long to answer.</source>
        <translation>{host} antwortet nicht in angemessener Zeit.</translation>
    </message>
    <message>
        <source>{permission} is not allowed yet.</source>
        <translation>{permission} ist noch nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Calls in Teams</source>
        <translation>Anrufe in Teams</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>Im Adressbuch</translation>
    </message>
    <message>
        <source>Lets CTI Tray act for the user for about an hour.</source>
        <translation>Lässt CTI Tray etwa eine Stunde für den Benutzer handeln.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Outlook contacts</source>
        <translation>Outlook-Kontakte</translation>
    </message>
    <message>
        <source>Renewed by itself before then.</source>
        <translation>Wird vorher von selbst erneuert.</translation>
    </message>
    <message>
        <source>Renews the access token without asking again.</source>
        <translation>Erneuert das Zugriffstoken, ohne erneut zu fragen.</translation>
    </message>
    <message>
        <source>Shown by the icon</source>
        <translation>Am Symbol zu sehen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Sign in again to allow it; your administrator may have to allow it first.</source>
        <translation>Melden Sie sich erneut an, um es zu erlauben; vielleicht muss Ihr Administrator es zuerst freigeben.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>When the user last signed in.</source>
        <translation>Wann sich der Benutzer zuletzt anmeldete.</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>Erneut an&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Use another account</source>
        <translation>Anderes &amp;Konto verwenden</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>Sign in to Microsoft</source>
        <translation>Bei Microsoft anmelden</translation>
    </message>
    <message>
        <source>Use a co&amp;de instead</source>
        <translation>Mit Co&amp;de anmelden</translation>
    </message>
    <message>
        <source>Use the &amp;browser instead</source>
        <translation>Im Bro&amp;wser anmelden</translation>
    </message>
</context>
<context>
    <name>TeamsBox</name>
    <message>
        <source>Connected with Teams, but not paired.</source>
        <translation>Mit Teams verbunden, aber nicht gekoppelt.</translation>
    </message>
    <message>
        <source>Pair with Tea&amp;ms</source>
        <translation>&amp;Mit Teams koppeln</translation>
    </message>
    <message>
        <source>Paired with Teams.</source>
        <translation>Mit Teams gekoppelt.</translation>
    </message>
    <message>
        <source>Scree&amp;n pop, for administrators</source>
        <translation>A&amp;nrufseite, für Administratoren</translation>
    </message>
    <message>
        <source>Teams asks you now: choose Allow there.</source>
        <translation>Teams fragt Sie jetzt: Wählen Sie dort Zulassen.</translation>
    </message>
    <message>
        <source>Teams does not answer.</source>
        <translation>Teams antwortet nicht.</translation>
    </message>
    <message>
        <source>Teams has refused.</source>
        <translation>Teams hat abgelehnt.</translation>
    </message>
    <message>
        <source>Teams is switched off in CTI Tray.</source>
        <translation>Teams ist in CTI Tray ausgeschaltet.</translation>
    </message>
    <message>
        <source>Waiting for your next call: choose Allow in Teams then.</source>
        <translation>Wartet auf Ihr nächstes Gespräch: Wählen Sie dann in Teams Zulassen.</translation>
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
    <name>TrialPanel</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>A row is not complete yet. Correct it to test.</source>
        <translation>Eine Zeile ist noch nicht vollständig. Korrigieren Sie sie, um zu testen.</translation>
    </message>
    <message>
        <source>Enter a number to see what a call from it would find and open with the rows as they stand here. Leave the field empty for a caller who withholds their number.</source>
        <translation>Geben Sie eine Nummer ein, um zu sehen, was ein Anruf von ihr mit den Zeilen, wie sie hier stehen, finden und öffnen würde. Lassen Sie das Feld leer für einen Anrufer, der seine Nummer unterdrückt.</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>Te&amp;lefonnummer</translation>
    </message>
    <message>
        <source>Phone number to test</source>
        <translation>Telefonnummer zum Testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>What each row does</source>
        <translation>Was jede Zeile tut</translation>
    </message>
</context>
<context>
    <name>UserActions</name>
    <message>
        <source>&amp;Open setup card</source>
        <translation>Benutzerkarte &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove user</source>
        <translation>Benutzer &amp;entfernen</translation>
    </message>
    <message>
        <source>Activate &amp;user</source>
        <translation>Benutzer &amp;aktivieren</translation>
    </message>
    <message>
        <source>Deactivate &amp;user</source>
        <translation>Benutzer &amp;deaktivieren</translation>
    </message>
    <message>
        <source>Make &amp;administrator</source>
        <translation>Zum Ad&amp;ministrator machen</translation>
    </message>
    <message>
        <source>Remove &amp;administrator role</source>
        <translation>Ad&amp;ministratorrolle entziehen</translation>
    </message>
    <message>
        <source>Select a user first.</source>
        <translation>Wählen Sie zuerst einen Benutzer aus.</translation>
    </message>
</context>
<context>
    <name>UserCardDialog</name>
    <message>
        <source>CRM</source>
        <translation>CRM</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Microsoft Teams OAuth 2.0</source>
        <translation>Microsoft Teams OAuth 2.0</translation>
    </message>
    <message>
        <source>Remove administrator role</source>
        <translation>Administratorrolle entziehen</translation>
    </message>
    <message>
        <source>The changes on the setup card of {0} are not saved.</source>
        <translation>Die Änderungen auf der Benutzerkarte von {0} sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>The setup card of {0} cannot be opened. {1}</source>
        <translation>Die Benutzerkarte von {0} lässt sich nicht öffnen. {1}</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Benutzerkarte</translation>
    </message>
    <message>
        <source>User setup card - {0}</source>
        <translation>Benutzerkarte - {0}</translation>
    </message>
    <message>
        <source>Your setup card cannot be opened. {0}</source>
        <translation>Ihre Benutzerkarte lässt sich nicht öffnen. {0}</translation>
    </message>
</context>
<context>
    <name>UserChanges</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Close the re&amp;port</source>
        <translation>Be&amp;richt schließen</translation>
    </message>
    <message>
        <source>Deacti&amp;vate user</source>
        <translation>Benutzer deakti&amp;vieren</translation>
    </message>
    <message>
        <source>R&amp;emove administrator role</source>
        <translation>Administratorrolle en&amp;tziehen</translation>
    </message>
    <message>
        <source>Re&amp;move user</source>
        <translation>Be&amp;nutzer entfernen</translation>
    </message>
    <message>
        <source>Remove {0} with the setup card? This cannot be taken back.</source>
        <translation>{0} mit der Benutzerkarte entfernen? Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>{0} added, {1} known already, {2} left out.</source>
        <translation>{0} hinzugefügt, {1} schon bekannt, {2} ausgelassen.</translation>
    </message>
    <message>
        <source>{0} is deactivated. The setup card stays as it is.</source>
        <translation>{0} ist deaktiviert. Die Benutzerkarte bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{0} was removed by somebody else meanwhile.</source>
        <translation>{0} wurde inzwischen von jemand anderem entfernt.</translation>
    </message>
</context>
<context>
    <name>UserList</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Currently active</source>
        <translation>Derzeit aktiv</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Lizenziert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Signed in to Teams</source>
        <translation>Bei Teams angemeldet</translation>
    </message>
</context>
<context>
    <name>UserListView</name>
    <message>
        <source>No user matches &quot;{0}&quot;.</source>
        <translation>Kein Benutzer passt zu „{0}“.</translation>
    </message>
</context>
<context>
    <name>UserListWindow</name>
    <message>
        <source>&amp;Business mapping</source>
        <translation>Tabellen&amp;zuordnung</translation>
    </message>
    <message>
        <source>&amp;Module setup</source>
        <translation>&amp;Moduleinrichtung</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Benutzer</translation>
    </message>
    <message>
        <source>Activate &amp;Users</source>
        <translation>Benutzer &amp;aktivieren</translation>
    </message>
    <message>
        <source>Audit &amp;trail</source>
        <translation>Änderungs&amp;protokoll</translation>
    </message>
    <message>
        <source>Connect my &amp;phone</source>
        <translation>Mein Tele&amp;fon verbinden</translation>
    </message>
    <message>
        <source>Licensed users</source>
        <translation>Lizenzierte Benutzer</translation>
    </message>
    <message>
        <source>M&amp;y setup card</source>
        <translation>M&amp;eine Benutzerkarte</translation>
    </message>
    <message>
        <source>My setup card</source>
        <translation>Meine Benutzerkarte</translation>
    </message>
    <message>
        <source>Nobody is licensed yet.</source>
        <translation>Noch niemand ist lizenziert.</translation>
    </message>
    <message>
        <source>Only an administrator can open the setup card of somebody else.</source>
        <translation>Nur ein Administrator kann die Benutzerkarte eines anderen öffnen.</translation>
    </message>
    <message>
        <source>Search by name or account</source>
        <translation>Nach Name oder Konto suchen</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>The users are not loaded.</source>
        <translation>Die Benutzer sind nicht geladen.</translation>
    </message>
    <message>
        <source>{0} of {1} users</source>
        <translation>{0} von {1} Benutzern</translation>
    </message>
    <message>
        <source>{0} users</source>
        <translation>{0} Benutzer</translation>
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
        <source>is missing</source>
        <translation>fehlt</translation>
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
        <source>must be a time, not {value}</source>
        <translation>muss ein Zeitpunkt sein, nicht {value}</translation>
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
        <source>must be an address and a port such as &quot;0.0.0.0:8125&quot;, not {value}</source>
        <translation>muss eine Adresse mit Port wie &quot;0.0.0.0:8125&quot; sein, nicht {value}</translation>
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
        <source>must be yes or no, not {value}</source>
        <translation>muss yes oder no sein, nicht {value}</translation>
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
        <source>must list addresses such as &quot;192.168.1.20&quot; or &quot;192.168.1.0/24&quot;, not {value}</source>
        <translation>muss Adressen wie &quot;192.168.1.20&quot; oder &quot;192.168.1.0/24&quot; aufzählen, nicht {value}</translation>
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
<context>
    <name>WhatIf</name>
    <message>
        <source>Card after {0} s</source>
        <translation>Karte nach {0} s</translation>
    </message>
    <message>
        <source>Card at once</source>
        <translation>Karte sofort</translation>
    </message>
    <message>
        <source>No card ({reason})</source>
        <translation>Keine Karte ({reason})</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Too little was kept of this call to play it again</source>
        <translation>Von diesem Anruf wurde zu wenig aufbewahrt, um ihn erneut durchzuspielen</translation>
    </message>
    <message>
        <source>With the saved card: {before}</source>
        <translation>Mit der gespeicherten Karte: {before}</translation>
    </message>
    <message>
        <source>activity {0}</source>
        <translation>Aktivität {0}</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>keine Aktivität</translation>
    </message>
    <message>
        <source>no page</source>
        <translation>keine Seite</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>Seite {0}</translation>
    </message>
    <message>
        <source>{0}, closed after {1} s</source>
        <translation>{0}, geschlossen nach {1} s</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>No calls yet. After the first ones this shows what a change would do.</source>
        <translation>Noch keine Anrufe. Nach den ersten sehen Sie hier, was eine Änderung bewirken würde.</translation>
    </message>
    <message>
        <source>The last calls on this computer, as if this card had been in force here.</source>
        <translation>Die letzten Anrufe auf diesem Rechner, als hätte diese Karte hier gegolten.</translation>
    </message>
    <message>
        <source>The last calls on this computer, with the values as they stand here.</source>
        <translation>Die letzten Anrufe auf diesem Rechner, mit den Werten, wie sie hier stehen.</translation>
    </message>
    <message>
        <source>What would have happened</source>
        <translation>Was geschehen wäre</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>A code on both: the one on the user setup card is in force, else that of the module setup.</source>
        <translation>Ein Code auf beiden: der auf der Benutzerkarte gilt, sonst der in der Moduleinrichtung.</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Moduleinrichtung</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Benutzerkarte</translation>
    </message>
    <message>
        <source>Where settings live</source>
        <translation>Wo Einstellungen stehen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>_ForetoldDelegate</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
</TS>
