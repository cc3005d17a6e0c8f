<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AddUserWindow</name>
    <message>
        <source>&amp;Add user</source>
        <translation>Gebruiker &amp;toevoegen</translation>
    </message>
    <message>
        <source>&amp;Display name</source>
        <translation>Weer&amp;gavenaam</translation>
    </message>
    <message>
        <source>&amp;Licensed</source>
        <translation>Ge&amp;licentieerd</translation>
    </message>
    <message>
        <source>&amp;Sign-in name</source>
        <translation>&amp;Aanmeldnaam</translation>
    </message>
    <message>
        <source>&amp;Windows account</source>
        <translation>&amp;Windows-account</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Gebruiker toevoegen</translation>
    </message>
    <message>
        <source>As Windows names it, such as OFFICE\anna.</source>
        <translation>Zoals Windows het noemt, bijvoorbeeld OFFICE\anna.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>How the user is called until they connect.</source>
        <translation>Hoe de gebruiker heet tot de eerste verbinding.</translation>
    </message>
    <message>
        <source>Takes one seat of the licence.</source>
        <translation>Neemt een plaats van de licentie.</translation>
    </message>
    <message>
        <source>The name for Microsoft, such as anna@example.com. One of both is enough.</source>
        <translation>De naam bij Microsoft, zoals anna@example.com. Een van beide volstaat.</translation>
    </message>
    <message>
        <source>Write a Windows account or a sign-in name.</source>
        <translation>Vul een Windows-account of een aanmeldnaam in.</translation>
    </message>
    <message>
        <source>Write a sign-in name such as anna@example.com, or leave it empty.</source>
        <translation>Vul een aanmeldnaam in, zoals anna@example.com, of laat het veld leeg.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Entry {number} of the audit trail cannot be read; it was changed by another program</source>
        <translation>Regel {number} van het wijzigingslogboek kan niet worden gelezen; een ander programma heeft deze gewijzigd</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Gelicentieerd</translation>
    </message>
    <message>
        <source>Licensed administrator, as the first user</source>
        <translation>Gelicentieerde beheerder, als eerste gebruiker</translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation>Niet gelicentieerd</translation>
    </message>
    <message>
        <source>The business mapping</source>
        <translation>De tabelkoppeling</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>De licentie</translation>
    </message>
    <message>
        <source>The module setup</source>
        <translation>De module-instellingen</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>De gebruiker</translation>
    </message>
    <message>
        <source>The user setup card</source>
        <translation>De gebruikerskaart</translation>
    </message>
    <message>
        <source>activate {user}</source>
        <translation>{user} activeren</translation>
    </message>
    <message>
        <source>add users</source>
        <translation>gebruikers toevoegen</translation>
    </message>
    <message>
        <source>change the licence</source>
        <translation>de licentie wijzigen</translation>
    </message>
    <message>
        <source>change the setup</source>
        <translation>de instellingen wijzigen</translation>
    </message>
    <message>
        <source>deactivate {user}</source>
        <translation>{user} deactiveren</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>from {old} to {new}</source>
        <translation>van {old} in {new}</translation>
    </message>
    <message>
        <source>make {user} an administrator</source>
        <translation>{user} beheerder maken</translation>
    </message>
    <message>
        <source>on {day} at {time} UTC</source>
        <translation>op {day} om {time} UTC</translation>
    </message>
    <message>
        <source>remove the administrator role of {user}</source>
        <translation>de beheerdersrol van {user} intrekken</translation>
    </message>
    <message>
        <source>remove {user}</source>
        <translation>{user} verwijderen</translation>
    </message>
    <message>
        <source>the business mapping</source>
        <translation>tabelkoppeling</translation>
    </message>
    <message>
        <source>the licence</source>
        <translation>licentie</translation>
    </message>
    <message>
        <source>the module setup</source>
        <translation>module-instellingen</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>gebruiker</translation>
    </message>
    <message>
        <source>the user setup card</source>
        <translation>gebruikerskaart</translation>
    </message>
    <message>
        <source>{field} of {record}</source>
        <translation>{field} ({record})</translation>
    </message>
    <message>
        <source>{record} of {user}</source>
        <translation>{record} van {user}</translation>
    </message>
    <message>
        <source>{who} added {place}</source>
        <translation>{who} heeft toegevoegd: {place}</translation>
    </message>
    <message>
        <source>{who} changed {place}</source>
        <translation>{who} heeft gewijzigd: {place}</translation>
    </message>
    <message>
        <source>{who} merged {place}</source>
        <translation>{who} heeft samengevoegd: {place}</translation>
    </message>
    <message>
        <source>{who} removed {place}</source>
        <translation>{who} heeft verwijderd: {place}</translation>
    </message>
    <message>
        <source>{who} was refused on {day} at {time} UTC: {what}</source>
        <translation>Aan {who} geweigerd op {day} om {time} UTC: {what}</translation>
    </message>
</context>
<context>
    <name>AuditTrail</name>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Wijzigingslogboek</translation>
    </message>
    <message>
        <source>Business mapping</source>
        <translation>Tabelkoppeling</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Module-instellingen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Onleesbaar</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Gebruikerskaart</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exporteren...</translation>
    </message>
    <message>
        <source>&amp;Older changes</source>
        <translation>&amp;Oudere wijzigingen</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 wijziging</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Wijzigingslogboek</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Het wijzigingslogboek exporteren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>No change matches &quot;{0}&quot;.</source>
        <translation>Geen wijziging past bij &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>None of the changes that are loaded matches &quot;{0}&quot;.</source>
        <translation>Geen van de geladen wijzigingen past bij &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>Search by name, setting or value</source>
        <translation>Zoek op naam, instelling of waarde</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>The changes are not loaded.</source>
        <translation>De wijzigingen zijn niet geladen.</translation>
    </message>
    <message>
        <source>The selected change</source>
        <translation>De geselecteerde wijziging</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>{0} wijzigingen</translation>
    </message>
    <message>
        <source>{0} changes were written into the file.</source>
        <translation>{0} wijzigingen zijn naar het bestand geschreven.</translation>
    </message>
    <message>
        <source>{0} of {1} changes</source>
        <translation>{0} van {1} wijzigingen</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>Answered by another</source>
        <translation>Elders aangenomen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Opnieuw bellen</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Oproep beëindigd</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Oproep mislukt</translation>
    </message>
    <message>
        <source>Call lost</source>
        <translation>Verbinding verloren</translation>
    </message>
    <message>
        <source>Caller card - {0}</source>
        <translation>Bellerkaart - {0}</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Nummer wordt gekozen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close the card (Esc)</source>
        <translation>De kaart sluiten (Esc)</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopiëren</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Declined {0}</source>
        <translation>Geweigerd {0}</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Doorgeschakeld</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Inkomende oproep</translation>
    </message>
    <message>
        <source>Missed {0}</source>
        <translation>Gemist {0}</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen gehoor</translation>
    </message>
    <message>
        <source>No page is set up for this table</source>
        <translation>Voor deze tabel is geen pagina ingesteld</translation>
    </message>
    <message>
        <source>Not in the directory</source>
        <translation>Niet in het adresboek</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Niet bereikbaar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Note for this call</source>
        <translation>Notitie bij deze oproep</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>Nummer niet in gebruik</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Anoniem nummer</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>In de wacht</translation>
    </message>
    <message>
        <source>Open first record</source>
        <translation>Eerste record openen</translation>
    </message>
    <message>
        <source>Open possible match</source>
        <translation>Treffer openen</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>Record openen</translation>
    </message>
    <message>
        <source>Possible match</source>
        <translation>Mogelijke treffer</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Gaat over</translation>
    </message>
    <message>
        <source>Search directory</source>
        <translation>Adresboek doorzoeken</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Onbekend nummer</translation>
    </message>
    <message>
        <source>Write a note for this call</source>
        <translation>Een notitie bij deze oproep schrijven</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>nog {0}</translation>
    </message>
    <message>
        <source>{0} records in {1}</source>
        <translation>{0} records in {1}</translation>
    </message>
    <message>
        <source>{0} records with this number</source>
        <translation>{0} records met dit nummer</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>After three beats without a sign a user does not count as active.</source>
        <translation>Na drie hartslagen zonder teken telt een gebruiker niet als actief.</translation>
    </message>
    <message>
        <source>Calls and presence</source>
        <translation>Oproepen en aanwezigheid</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummers</translation>
    </message>
    <message>
        <source>Numbers up to this length are internal.</source>
        <translation>Nummers tot deze lengte zijn intern.</translation>
    </message>
    <message>
        <source>Older calls leave Recent calls on every machine.</source>
        <translation>Oudere oproepen verdwijnen op elke computer uit Recente oproepen.</translation>
    </message>
    <message>
        <source>Two letters, such as NL: the country of numbers written without one.</source>
        <translation>Twee letters, zoals NL: het land van nummers zonder landcode.</translation>
    </message>
    <message>
        <source>What is dialled for an outside line, such as 0.</source>
        <translation>Wat voor een buitenlijn wordt gekozen, zoals 0.</translation>
    </message>
    <message>
        <source>Write digits, * and # only, or leave it empty.</source>
        <translation>Vul alleen cijfers, * en # in, of laat het veld leeg.</translation>
    </message>
    <message>
        <source>as on each machine</source>
        <translation>zoals op elke computer</translation>
    </message>
    <message>
        <source>{0} is no country that is known. Write two letters, such as NL, or leave it empty.</source>
        <translation>{0} is geen bekend land. Vul twee letters in, zoals NL, of laat het leeg.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>&amp;Open page</source>
        <translation>Pagina &amp;openen</translation>
    </message>
    <message>
        <source>Co&amp;py code</source>
        <translation>Code ko&amp;piëren</translation>
    </message>
    <message>
        <source>Code {0}</source>
        <translation>Code {0}</translation>
    </message>
    <message>
        <source>No browser could be opened. Type the address there yourself.</source>
        <translation>Er kon geen browser worden geopend. Typ het adres daar zelf in.</translation>
    </message>
    <message>
        <source>Page for the code</source>
        <translation>Pagina voor de code</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>De code is gekopieerd.</translation>
    </message>
</context>
<context>
    <name>ConnectPhoneWindow</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hulp</translation>
    </message>
    <message>
        <source>&amp;Phone or phone program</source>
        <translation>&amp;Telefoon of telefoonprogramma</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>Connect my phone</source>
        <translation>Mijn telefoon verbinden</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat u moet doen</translation>
    </message>
</context>
<context>
    <name>CrmCodesPage</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>For incoming calls that were answered.</source>
        <translation>Voor inkomende oproepen die zijn aangenomen.</translation>
    </message>
    <message>
        <source>For incoming calls that were not answered.</source>
        <translation>Voor inkomende oproepen die niet zijn aangenomen.</translation>
    </message>
    <message>
        <source>For outgoing calls that were answered.</source>
        <translation>Voor uitgaande oproepen die zijn aangenomen.</translation>
    </message>
    <message>
        <source>For outgoing calls that were not answered.</source>
        <translation>Voor uitgaande oproepen die niet zijn aangenomen.</translation>
    </message>
    <message>
        <source>Interaction template codes</source>
        <translation>Interactiesjablooncodes</translation>
    </message>
    <message>
        <source>While this is off, no call of anybody becomes an activity.</source>
        <translation>Zolang dit uit staat, wordt van niemand een oproep een activiteit.</translation>
    </message>
</context>
<context>
    <name>CrmPage</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>CRM is off. With CRM on, {0} would be in force, from module setup.</source>
        <translation>CRM staat uit. Met CRM aan zou {0} gelden, uit de module-instellingen.</translation>
    </message>
    <message>
        <source>CRM is off. With CRM on, {0} would be in force, from this card.</source>
        <translation>CRM staat uit. Met CRM aan zou {0} gelden, van deze kaart.</translation>
    </message>
    <message>
        <source>CRM is switched off in the module setup, so that nothing here has an effect.</source>
        <translation>CRM staat uit in de module-instellingen, zodat niets hier effect heeft.</translation>
    </message>
    <message>
        <source>Each ended call becomes an activity with the code below.</source>
        <translation>Elke beëindigde oproep wordt een activiteit met de code hieronder.</translation>
    </message>
    <message>
        <source>Interaction template codes</source>
        <translation>Interactiesjablooncodes</translation>
    </message>
    <message>
        <source>No code here or in the module setup: such calls are not written.</source>
        <translation>Geen code hier of in de module-instellingen: zulke oproepen worden niet vastgelegd.</translation>
    </message>
    <message>
        <source>The module setup has {0}.</source>
        <translation>De module-instellingen hebben {0}.</translation>
    </message>
    <message>
        <source>{0} from module setup</source>
        <translation>{0} uit module-instellingen</translation>
    </message>
    <message>
        <source>{0} is in force, from module setup.</source>
        <translation>{0} geldt, uit de module-instellingen.</translation>
    </message>
    <message>
        <source>{0} is in force, from this card.</source>
        <translation>{0} geldt, van deze kaart.</translation>
    </message>
</context>
<context>
    <name>DialBox</name>
    <message>
        <source>&amp;Dial</source>
        <translation>&amp;Bellen</translation>
    </message>
    <message>
        <source>&amp;Open record</source>
        <translation>Record &amp;openen</translation>
    </message>
    <message>
        <source>A number has digits, spaces and + ( ) - . / only.</source>
        <translation>Een nummer heeft alleen cijfers, spaties en + ( ) - . /</translation>
    </message>
    <message>
        <source>Choose one of the names, or type a number.</source>
        <translation>Kies een van de namen of typ een nummer.</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Enter dials {0}</source>
        <translation>Enter belt {0}</translation>
    </message>
    <message>
        <source>Found in the directory</source>
        <translation>Gevonden in het adresboek</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Naam of nummer</translation>
    </message>
    <message>
        <source>Names from the directory appear here while you type.</source>
        <translation>Namen uit het adresboek verschijnen hier terwijl u typt.</translation>
    </message>
    <message>
        <source>Nothing in the directory matches.</source>
        <translation>In het adresboek is niets gevonden.</translation>
    </message>
    <message>
        <source>Open record (Ctrl+Enter)</source>
        <translation>Record openen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>Dit nummer is te lang.</translation>
    </message>
    <message>
        <source>This record has no number.</source>
        <translation>Dit record heeft geen nummer.</translation>
    </message>
    <message>
        <source>This was not dialled.</source>
        <translation>Dit nummer is niet gebeld.</translation>
    </message>
    <message>
        <source>Type a name or a number.</source>
        <translation>Typ een naam of een nummer.</translation>
    </message>
    <message>
        <source>Type a number, or another name.</source>
        <translation>Typ een nummer of een andere naam.</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>geen nummer</translation>
    </message>
</context>
<context>
    <name>DialDelegate</name>
    <message>
        <source>no number</source>
        <translation>geen nummer</translation>
    </message>
</context>
<context>
    <name>DialRequestCard</name>
    <message>
        <source>A link asks to dial</source>
        <translation>Een koppeling wil bellen</translation>
    </message>
    <message>
        <source>A link asks to dial. Call {0}?</source>
        <translation>Een koppeling wil bellen. {0} bellen?</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Nu bellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Dial request - {0}</source>
        <translation>Belverzoek - {0}</translation>
    </message>
    <message>
        <source>Extension: {0}</source>
        <translation>Toestel: {0}</translation>
    </message>
    <message>
        <source>To key in after the answer: {0}</source>
        <translation>Na het opnemen in te toetsen: {0}</translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>A link was not dialled</source>
        <translation>Een koppeling is niet gebeld</translation>
    </message>
    <message>
        <source>A number to dial may hold digits, blanks, brackets, dashes and a plus sign in front.</source>
        <translation>Een te bellen nummer mag cijfers, spaties, haakjes, streepjes en een plusteken vooraan bevatten.</translation>
    </message>
    <message>
        <source>CTI Tray dials by links that come back to CTI Tray.</source>
        <translation>CTI Tray belt via koppelingen die bij CTI Tray terugkomen.</translation>
    </message>
    <message>
        <source>Choose a phone program for {scheme} links in the settings of the system, or another method under [dial] in config.toml.</source>
        <translation>Kies in de instellingen van het systeem een telefoonprogramma voor {scheme}-koppelingen, of een andere methode onder [dial] in config.toml.</translation>
    </message>
    <message>
        <source>Choose another method under [dial] in config.toml, or another phone program for these links in the settings of the system.</source>
        <translation>Kies een andere methode onder [dial] in config.toml, of een ander telefoonprogramma voor deze koppelingen in de instellingen van het systeem.</translation>
    </message>
    <message>
        <source>Dial it on the phone itself.</source>
        <translation>Kies het op de telefoon zelf.</translation>
    </message>
    <message>
        <source>Dial it with its country code.</source>
        <translation>Bel het met de landcode.</translation>
    </message>
    <message>
        <source>Dial them on the phone itself.</source>
        <translation>Kies ze op de telefoon zelf.</translation>
    </message>
    <message>
        <source>Emergency numbers are not dialled from here.</source>
        <translation>Noodnummers worden niet vanaf hier gebeld.</translation>
    </message>
    <message>
        <source>Enable it under [sources.baresip].</source>
        <translation>Schakel het in onder [sources.baresip].</translation>
    </message>
    <message>
        <source>Enable it under [sources.tapi].</source>
        <translation>Schakel dit in onder [sources.tapi].</translation>
    </message>
    <message>
        <source>Letters are not dialled.</source>
        <translation>Letters worden niet gebeld.</translation>
    </message>
    <message>
        <source>Microsoft Teams dials.</source>
        <translation>Microsoft Teams belt.</translation>
    </message>
    <message>
        <source>Only tel: and callto: links ask to dial.</source>
        <translation>Alleen tel:- en callto:-koppelingen kunnen iets bellen.</translation>
    </message>
    <message>
        <source>Service codes with * or # are not dialled from here.</source>
        <translation>Servicecodes met * of # worden niet vanaf hier gebeld.</translation>
    </message>
    <message>
        <source>Teams dials complete numbers only.</source>
        <translation>Teams belt alleen volledige nummers.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>De koppeling is te lang.</translation>
    </message>
    <message>
        <source>The link names a number that can be dialled only where it comes from.</source>
        <translation>De koppeling noemt een nummer dat alleen kan worden gebeld waar die vandaan komt.</translation>
    </message>
    <message>
        <source>The number was not dialled: {reason}.</source>
        <translation>Het nummer is niet gebeld: {reason}.</translation>
    </message>
    <message>
        <source>The phone program for tel: links dials.</source>
        <translation>Het telefoonprogramma voor tel:-koppelingen belt.</translation>
    </message>
    <message>
        <source>The program of dial.template in config.toml dials.</source>
        <translation>Het programma van dial.template in config.toml belt.</translation>
    </message>
    <message>
        <source>The telephone system dials, through TAPI.</source>
        <translation>De telefooncentrale belt, via TAPI.</translation>
    </message>
    <message>
        <source>There is no number to dial.</source>
        <translation>Er is geen nummer om te bellen.</translation>
    </message>
    <message>
        <source>This is more than one number, or too long for one.</source>
        <translation>Dit is meer dan één nummer, of te lang voor één nummer.</translation>
    </message>
    <message>
        <source>Too many links asked to dial.</source>
        <translation>Te veel koppelingen wilden bellen.</translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation>Wacht een minuut.</translation>
    </message>
    <message>
        <source>Windows says {reason}</source>
        <translation>Windows meldt {reason}</translation>
    </message>
    <message>
        <source>Windows telephony is not enabled.</source>
        <translation>Windows-telefonie is niet ingeschakeld.</translation>
    </message>
    <message>
        <source>Write the number in digits; an extension may follow as ext. 12.</source>
        <translation>Schrijf het nummer in cijfers; een toestelnummer mag volgen, zoals toestel 12.</translation>
    </message>
    <message>
        <source>Write the number with its area code.</source>
        <translation>Vul het nummer met het netnummer in.</translation>
    </message>
    <message>
        <source>baresip dials.</source>
        <translation>baresip belt.</translation>
    </message>
    <message>
        <source>baresip is not enabled.</source>
        <translation>baresip is niet ingeschakeld.</translation>
    </message>
    <message>
        <source>dial.template {problem}.</source>
        <translation>dial.template {problem}.</translation>
    </message>
    <message>
        <source>must be an https address, or one that begins with {schemes} and a colon</source>
        <translation>moet een https-adres zijn, of een adres dat begint met {schemes} en een dubbele punt</translation>
    </message>
    <message>
        <source>must hold {number} once, and no other placeholder</source>
        <translation>moet {number} één keer bevatten en geen andere plaatsaanduiding</translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason})</source>
        <translation>{program} kan niet worden gestart ({reason})</translation>
    </message>
    <message>
        <source>{program} found no program that takes it</source>
        <translation>{program} heeft er geen programma voor gevonden</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Toepassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
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
        <translation>Er loopt al een import in {name}.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Controleer de schijf.</translation>
    </message>
    <message>
        <source>Check the rights of the folder.</source>
        <translation>Controleer de rechten van de map.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Maak ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importeer het opnieuw.</translation>
    </message>
    <message>
        <source>Import the directory again.</source>
        <translation>Importeer het adresboek opnieuw.</translation>
    </message>
    <message>
        <source>The directory {file} was damaged and is now {name}; an empty one takes its place.</source>
        <translation>Het adresboek {file} was beschadigd en heet nu {name}; een leeg adresboek neemt de plaats in.</translation>
    </message>
    <message>
        <source>The directory {name} cannot be opened or written to.</source>
        <translation>Het adresboek {name} kan niet worden geopend of beschreven.</translation>
    </message>
    <message>
        <source>The directory {name} cannot be used at the moment ({error}).</source>
        <translation>Het adresboek {name} kan op dit moment niet worden gebruikt ({error}).</translation>
    </message>
    <message>
        <source>The directory {name} is damaged ({error}).</source>
        <translation>Het adresboek {name} is beschadigd ({error}).</translation>
    </message>
    <message>
        <source>The disk is full; {name} keeps its old data.</source>
        <translation>De schijf is vol; {name} houdt de oude gegevens.</translation>
    </message>
    <message>
        <source>The disk refused to read or write {name}; it keeps its old data.</source>
        <translation>De schijf kan {name} niet lezen of schrijven; de oude gegevens blijven.</translation>
    </message>
    <message>
        <source>The record {table} {no} is not in the directory any more.</source>
        <translation>Het record {table} {no} staat niet meer in het adresboek.</translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation>Probeer het opnieuw als die klaar is.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>CTI Tray is ending.</source>
        <translation>CTI Tray wordt afgesloten.</translation>
    </message>
    <message>
        <source>CTI Tray met an error that nobody expected.</source>
        <translation>In CTI Tray is een onverwachte fout opgetreden.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Door iemand anders gewijzigd</translation>
    </message>
    <message>
        <source>Credential store</source>
        <translation>Wachtwoordopslag</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Beschadigd bestand</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen gehoor</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Niet geaccepteerd</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Niet toegestaan</translation>
    </message>
    <message>
        <source>Not allowed yet</source>
        <translation>Nog niet toegestaan</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Niet gestart</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Niet aangemeld</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Niet begrepen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Phone source</source>
        <translation>Telefoonbron</translation>
    </message>
    <message>
        <source>See {file}.</source>
        <translation>Zie {file}.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Instellingenbestand</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Aanmelden nodig</translation>
    </message>
    <message>
        <source>Sign-in settings</source>
        <translation>Instellingen van de aanmelding</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Er ging iets mis</translation>
    </message>
    <message>
        <source>The log of CTI Tray says why.</source>
        <translation>In het logboek van CTI Tray staat waarom.</translation>
    </message>
    <message>
        <source>This could not be worked out.</source>
        <translation>Dit kon niet worden bepaald.</translation>
    </message>
    <message>
        <source>{more} more; see {file}.</source>
        <translation>Nog {more}; zie {file}.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Check the rights of the file and its folder, and the free space.</source>
        <translation>Controleer de rechten van het bestand en de map, en de vrije ruimte.</translation>
    </message>
    <message>
        <source>Start CTI Tray; it makes a new one.</source>
        <translation>Start CTI Tray; dat maakt een nieuw bestand.</translation>
    </message>
    <message>
        <source>The file {file} cannot be kept private: {reason}.</source>
        <translation>Het bestand {file} kan niet privé worden gehouden: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {reason}.</source>
        <translation>Het bestand {file} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation>Het bestand {file} is beschadigd.</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>Aan&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Try a demo call</source>
        <translation>Een &amp;demo-oproep proberen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>CTI Tray sits in the notification area. When your phone rings, a card says who is calling, and the caller&apos;s record opens beside it. What follows can be done now or later; the help tells how.</source>
        <translation>CTI Tray zit in het systeemvak. Als uw telefoon gaat, zegt een kaart wie er belt, en het record van de beller opent ernaast. Wat hier volgt kan nu of later; de help zegt hoe.</translation>
    </message>
    <message>
        <source>Connect a &amp;phone</source>
        <translation>&amp;Telefoon verbinden</translation>
    </message>
    <message>
        <source>Let CTI Tray hear from your phone or phone program.</source>
        <translation>Laat CTI Tray van uw telefoon of telefoonprogramma horen.</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ove&amp;rslaan</translation>
    </message>
    <message>
        <source>See a card: one of a few invented companies calls.</source>
        <translation>Bekijk een kaart: een van een paar verzonnen bedrijven belt.</translation>
    </message>
    <message>
        <source>Sign in to Microsoft, for Teams, Outlook and Business Central.</source>
        <translation>Meld u aan bij Microsoft, voor Teams, Outlook en Business Central.</translation>
    </message>
    <message>
        <source>Signed in as {0}.</source>
        <translation>Aangemeld als {0}.</translation>
    </message>
    <message>
        <source>The demo call comes in.</source>
        <translation>De demo-oproep komt binnen.</translation>
    </message>
    <message>
        <source>The icon may be behind the arrow next to the clock. Drag it out to see it always.</source>
        <translation>Het pictogram kan achter de pijl naast de klok staan. Sleep het eruit om het altijd te zien.</translation>
    </message>
    <message>
        <source>Welcome to CTI Tray</source>
        <translation>Welkom bij CTI Tray</translation>
    </message>
    <message>
        <source>Your address book, your calls and the settings stay in a folder of this computer that only you can open. Callers are looked up there: no number is sent anywhere to find its name.</source>
        <translation>Uw adresboek, uw oproepen en de instellingen blijven in een map van deze computer die alleen u kunt openen. Bellers worden daar opgezocht: geen nummer wordt ergens heen gestuurd om de naam te vinden.</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Clear &amp;search</source>
        <translation>&amp;Zoekveld wissen</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Caller card</source>
        <translation>Bellerkaart</translation>
    </message>
    <message>
        <source>Every outgoing call gets a card, however it was dialled.</source>
        <translation>Elke uitgaande oproep krijgt een kaart, hoe er ook is gekozen.</translation>
    </message>
    <message>
        <source>Internal numbers get a card like any other.</source>
        <translation>Interne nummers krijgen een kaart zoals alle andere.</translation>
    </message>
    <message>
        <source>Master data</source>
        <translation>Stamgegevens</translation>
    </message>
    <message>
        <source>May change setup, users and licence.</source>
        <translation>Mag instellingen, gebruikers en licentie wijzigen.</translation>
    </message>
    <message>
        <source>No card for internal numbers; their calls are still logged.</source>
        <translation>Geen kaart voor interne nummers; hun oproepen worden nog steeds vastgelegd.</translation>
    </message>
    <message>
        <source>Only calls that are dialled with CTI Tray get a card.</source>
        <translation>Alleen oproepen die met CTI Tray worden gekozen krijgen een kaart.</translation>
    </message>
    <message>
        <source>The caller&apos;s record opens together with the card of an incoming call.</source>
        <translation>Het record van de beller opent samen met de kaart van een inkomende oproep.</translation>
    </message>
    <message>
        <source>The card closes when the call is answered.</source>
        <translation>De kaart sluit wanneer de oproep wordt aangenomen.</translation>
    </message>
    <message>
        <source>The card of an incoming call waits so long; a call that ends before gets none. 0 to 120.</source>
        <translation>De kaart van een inkomende oproep wacht zo lang; een oproep die eerder eindigt krijgt er geen. 0 tot 120.</translation>
    </message>
    <message>
        <source>The card opens as soon as the phone rings.</source>
        <translation>De kaart opent zodra de telefoon gaat.</translation>
    </message>
    <message>
        <source>The card opens when the call is answered.</source>
        <translation>De kaart opent wanneer de oproep wordt aangenomen.</translation>
    </message>
    <message>
        <source>The card stays until it is closed by hand.</source>
        <translation>De kaart blijft tot u haar sluit.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>With both on Connected, the card opens when the call is answered and stays until it is closed.</source>
        <translation>Staan beide op Connected, dan opent de kaart bij het aannemen en blijft zij tot u haar sluit.</translation>
    </message>
    <message>
        <source>Yes while CTI Tray of this user is connected.</source>
        <translation>Ja zolang CTI Tray van deze gebruiker verbonden is.</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>A contact of the mailbox cannot be understood; the old contacts stay.</source>
        <translation>Een contact in het postvak is niet te begrijpen; de huidige contacten blijven.</translation>
    </message>
    <message>
        <source>Outlook contacts are switched off: sign_in.contacts is false.</source>
        <translation>Outlook-contacten staan uit: sign_in.contacts is false.</translation>
    </message>
    <message>
        <source>Somebody else signed in meanwhile.</source>
        <translation>Intussen heeft iemand anders zich aangemeld.</translation>
    </message>
    <message>
        <source>The mailbox has more contacts than CTI Tray takes.</source>
        <translation>Het postvak heeft meer contacten dan CTI Tray opneemt.</translation>
    </message>
    <message>
        <source>The presence cannot be understood.</source>
        <translation>De aanwezigheid is niet te begrijpen.</translation>
    </message>
    <message>
        <source>The table of Outlook contacts was changed meanwhile.</source>
        <translation>De tabel met Outlook-contacten is intussen gewijzigd.</translation>
    </message>
    <message>
        <source>This sign-in is not Microsoft&apos;s, and sign_in.graph_url names no Microsoft Graph.</source>
        <translation>Deze aanmelding is niet die van Microsoft en sign_in.graph_url noemt geen Microsoft Graph.</translation>
    </message>
    <message>
        <source>{host} answered something that CTI Tray does not understand.</source>
        <translation>{host} gaf een antwoord dat CTI Tray niet begrijpt.</translation>
    </message>
    <message>
        <source>{host} answered with a link that leads elsewhere.</source>
        <translation>{host} antwoordde met een link die ergens anders heen gaat.</translation>
    </message>
    <message>
        <source>{host} does not let CTI Tray read this.</source>
        <translation>{host} laat CTI Tray dit niet lezen.</translation>
    </message>
    <message>
        <source>{host} refuses to answer ({status}).</source>
        <translation>{host} weigert te antwoorden ({status}).</translation>
    </message>
    <message>
        <source>{host} starts over.</source>
        <translation>{host} begint opnieuw.</translation>
    </message>
</context>
<context>
    <name>HeardWords</name>
    <message>
        <source>A call comes in.</source>
        <translation>Er komt een oproep binnen.</translation>
    </message>
    <message>
        <source>A call is connected.</source>
        <translation>Een oproep is verbonden.</translation>
    </message>
    <message>
        <source>A call is on hold.</source>
        <translation>Een oproep staat in de wacht.</translation>
    </message>
    <message>
        <source>A call is over.</source>
        <translation>Een oproep is voorbij.</translation>
    </message>
    <message>
        <source>A number is dialled.</source>
        <translation>Er wordt een nummer gekozen.</translation>
    </message>
    <message>
        <source>A phone reported from {0}, which is not in the list of allowed addresses. Add it there.</source>
        <translation>Een telefoon meldde zich vanaf {0}; dat staat niet in de lijst van toegestane adressen. Voeg het daar toe.</translation>
    </message>
    <message>
        <source>A placeholder came as it is: {0}.</source>
        <translation>Een plaatsaanduiding kwam onvervangen aan: {0}.</translation>
    </message>
    <message>
        <source>A report came in a way that is not taken. The phone must use GET.</source>
        <translation>Een melding kwam op een manier die niet wordt geaccepteerd. De telefoon moet GET gebruiken.</translation>
    </message>
    <message>
        <source>A report came to an address that does not exist. Copy the line again.</source>
        <translation>Een melding ging naar een adres dat niet bestaat. Kopieer de regel opnieuw.</translation>
    </message>
    <message>
        <source>A report came to another address than this computer&apos;s, or from a web page. Compare the line.</source>
        <translation>Een melding ging naar een ander adres dan dat van deze computer of kwam van een webpagina. Vergelijk de regel.</translation>
    </message>
    <message>
        <source>A report came with a wrong token. Copy the line again.</source>
        <translation>Een melding kwam met een verkeerd token. Kopieer de regel opnieuw.</translation>
    </message>
    <message>
        <source>A report came without a token. Copy the line again, to its end.</source>
        <translation>Een melding kwam zonder token. Kopieer de regel opnieuw, tot het einde.</translation>
    </message>
    <message>
        <source>A report could not be read because of its field {0}.</source>
        <translation>Een melding was door het veld {0} niet te lezen.</translation>
    </message>
    <message>
        <source>Heard from: {0}</source>
        <translation>Gehoord van: {0}</translation>
    </message>
    <message>
        <source>It does not say whether the call comes in or goes out.</source>
        <translation>Er staat niet bij of de oproep binnenkomt of uitgaat.</translation>
    </message>
    <message>
        <source>It rings at the other side.</source>
        <translation>Aan de andere kant gaat de telefoon over.</translation>
    </message>
    <message>
        <source>Line: {0}</source>
        <translation>Lijn: {0}</translation>
    </message>
    <message>
        <source>Name: {0}</source>
        <translation>Naam: {0}</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Anoniem nummer</translation>
    </message>
    <message>
        <source>Number: {0}</source>
        <translation>Nummer: {0}</translation>
    </message>
    <message>
        <source>Something came that is not a web address being opened.</source>
        <translation>Er kwam iets aan dat geen aanroep van een webadres is.</translation>
    </message>
    <message>
        <source>The number came empty. Compare the line with the one above.</source>
        <translation>Het nummer kwam leeg aan. Vergelijk de regel met die hierboven.</translation>
    </message>
    <message>
        <source>The phone did not put anything in the place of its placeholder: {0}. Compare the line.</source>
        <translation>De telefoon heeft zijn plaatsaanduiding niet vervangen: {0}. Vergelijk de regel.</translation>
    </message>
    <message>
        <source>There were too many reports at once. Wait a moment and try again.</source>
        <translation>Er kwamen te veel meldingen tegelijk. Wacht even en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Windows telephony</source>
        <translation>Windows-telefonie</translation>
    </message>
    <message>
        <source>a desk phone</source>
        <translation>een bureautelefoon</translation>
    </message>
    <message>
        <source>a phone program</source>
        <translation>een telefoonprogramma</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;First steps...</source>
        <translation>&amp;Eerste stappen...</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Helptekst</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Onderwerpen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Declined</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Inkomend</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Anoniem nummer</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Uitgaand</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>&amp;Open record</source>
        <translation>Record &amp;openen</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Call back (Ctrl+D)</source>
        <translation>Terugbellen (Ctrl+D)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopiëren</translation>
    </message>
    <message>
        <source>Copy number (Ctrl+C)</source>
        <translation>Nummer kopiëren (Ctrl+C)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Nothing was noted for this call.</source>
        <translation>Bij deze oproep is niets vastgelegd.</translation>
    </message>
    <message>
        <source>The call still goes on.</source>
        <translation>De oproep is nog bezig.</translation>
    </message>
    <message>
        <source>This call belongs to no record</source>
        <translation>Deze oproep hoort bij geen record</translation>
    </message>
    <message>
        <source>What CTI Tray did and why</source>
        <translation>Wat CTI Tray deed en waarom</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Call</source>
        <translation>Oproep</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Clear search</source>
        <translation>&amp;Zoekveld wissen</translation>
    </message>
    <message>
        <source>&amp;Connect a phone</source>
        <translation>&amp;Een telefoon verbinden</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 oproep</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Oproepen</translation>
    </message>
    <message>
        <source>Name, number, record or kind of call</source>
        <translation>Naam, nummer, record of soort oproep</translation>
    </message>
    <message>
        <source>No call matches the search.</source>
        <translation>Geen oproep gevonden.</translation>
    </message>
    <message>
        <source>No calls yet. Connect a phone, and its calls appear here.</source>
        <translation>Nog geen oproepen. Verbind een telefoon, dan verschijnen de oproepen hier.</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Recente oproepen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>The newest {0} calls</source>
        <translation>De nieuwste {0} oproepen</translation>
    </message>
    <message>
        <source>{0} calls</source>
        <translation>{0} oproepen</translation>
    </message>
    <message>
        <source>{0} of {1} calls</source>
        <translation>{0} van {1} oproepen</translation>
    </message>
</context>
<context>
    <name>Icon</name>
    <message>
        <source>Connect my phone...</source>
        <translation>Mijn telefoon verbinden...</translation>
    </message>
    <message>
        <source>Dial...</source>
        <translation>Bellen...</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Niet storen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>In a Teams call</source>
        <translation>In een Teams-gesprek</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>In gesprek</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gereed</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Recente oproepen</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Gaat over</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Sign in again to Microsoft</source>
        <translation>Opnieuw aanmelden bij Microsoft</translation>
    </message>
    <message>
        <source>Sign in to Microsoft</source>
        <translation>Aanmelden bij Microsoft</translation>
    </message>
    <message>
        <source>Sign out of Microsoft</source>
        <translation>Afmelden bij Microsoft</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Aanmelden nodig</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Known already: {0}</source>
        <translation>Al bekend: {0}</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Regel {0}: {1}</translation>
    </message>
    <message>
        <source>What was not entered</source>
        <translation>Wat niet is ingevoerd</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>A new journal was begun; calls go on as usual.</source>
        <translation>Er is een nieuw logboek begonnen; oproepen gaan gewoon door.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the folder.</source>
        <translation>Controleer de vrije ruimte en de rechten van de map.</translation>
    </message>
    <message>
        <source>Install the newer CTI Tray again, or name another data folder in CTI_TRAY_HOME.</source>
        <translation>Installeer de nieuwere CTI Tray opnieuw, of geef een andere gegevensmap op in CTI_TRAY_HOME.</translation>
    </message>
    <message>
        <source>It is replaced at the next start of the tray.</source>
        <translation>Het wordt bij de volgende start vervangen.</translation>
    </message>
    <message>
        <source>The call journal {file} cannot be used: {reason}.</source>
        <translation>Het oproepenlogboek {file} kan niet worden gebruikt: {reason}.</translation>
    </message>
    <message>
        <source>The call journal {file} holds a value that cannot be read: {error}.</source>
        <translation>Het oproepenlogboek {file} bevat een onleesbare waarde: {error}.</translation>
    </message>
    <message>
        <source>The call journal {file} is damaged.</source>
        <translation>Het oproepenlogboek {file} is beschadigd.</translation>
    </message>
    <message>
        <source>The call journal {file} was damaged and is kept as {name}.</source>
        <translation>Het oproepenlogboek {file} was beschadigd en is bewaard als {name}.</translation>
    </message>
    <message>
        <source>The call journal {file} was written by a newer CTI Tray (version {version}, this one knows {known}).</source>
        <translation>Het oproepenlogboek {file} is door een nieuwere CTI Tray geschreven (versie {version}, deze kent {known}).</translation>
    </message>
</context>
<context>
    <name>LanBox</name>
    <message>
        <source>A&amp;ddresses of the phones</source>
        <translation>A&amp;dressen van de telefoons</translation>
    </message>
    <message>
        <source>For example 192.168.1.20, or 192.168.1.0/24 for a whole network.</source>
        <translation>Bijvoorbeeld 192.168.1.20, of 192.168.1.0/24 voor een heel netwerk.</translation>
    </message>
    <message>
        <source>Listen fo&amp;r desk phones</source>
        <translation>Naar bureautelefoons luiste&amp;ren</translation>
    </message>
    <message>
        <source>Save the add&amp;resses</source>
        <translation>Ad&amp;ressen opslaan</translation>
    </message>
    <message>
        <source>St&amp;op listening</source>
        <translation>St&amp;oppen met luisteren</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>Last call: {0}, {1}</source>
        <translation>Vorige oproep: {0}, {1}</translation>
    </message>
    <message>
        <source>answered by another</source>
        <translation>elders aangenomen</translation>
    </message>
    <message>
        <source>missed by us</source>
        <translation>door ons gemist</translation>
    </message>
    <message>
        <source>they called, {0}</source>
        <translation>zij belden ons, {0}</translation>
    </message>
    <message>
        <source>we called, not answered</source>
        <translation>wij belden, geen gehoor</translation>
    </message>
    <message>
        <source>we called, {0}</source>
        <translation>wij belden, {0}</translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>Ask an administrator of CTI Tray to activate you in the window Activate Users.</source>
        <translation>Vraag een beheerder van CTI Tray om u te activeren in het venster Gebruikers activeren.</translation>
    </message>
    <message>
        <source>Ask your administrator to enter one.</source>
        <translation>Vraag uw beheerder er een in te voeren.</translation>
    </message>
    <message>
        <source>Ask your administrator to renew it.</source>
        <translation>Vraag uw beheerder de licentie te verlengen.</translation>
    </message>
    <message>
        <source>CTI Tray has no licence.</source>
        <translation>CTI Tray heeft geen licentie.</translation>
    </message>
    <message>
        <source>Calls are still kept in Recent calls.</source>
        <translation>Oproepen blijven zichtbaar in &quot;Recente oproepen&quot;.</translation>
    </message>
    <message>
        <source>No caller cards</source>
        <translation>Geen bellerkaarten</translation>
    </message>
    <message>
        <source>The licence of CTI Tray has expired.</source>
        <translation>De licentie van CTI Tray is verlopen.</translation>
    </message>
    <message>
        <source>You are known to CTI Tray, but not activated yet.</source>
        <translation>U bent bekend bij CTI Tray, maar nog niet geactiveerd.</translation>
    </message>
    <message>
        <source>You can ask {names}.</source>
        <translation>U kunt {names} vragen.</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>&amp;Load from file...</source>
        <translation>&amp;Laden uit bestand...</translation>
    </message>
    <message>
        <source>Everything works until the end date.</source>
        <translation>Alles werkt tot en met de einddatum.</translation>
    </message>
    <message>
        <source>Everything works, until the end date if there is one.</source>
        <translation>Alles werkt, tot en met de einddatum als die er is.</translation>
    </message>
    <message>
        <source>Has an end date</source>
        <translation>Heeft een einddatum</translation>
    </message>
    <message>
        <source>How many users can be licensed at the same time.</source>
        <translation>Hoeveel gebruikers tegelijk een licentie kunnen hebben.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>No caller cards open until a valid licence is entered.</source>
        <translation>Er openen geen bellerkaarten tot een geldige licentie is ingevoerd.</translation>
    </message>
    <message>
        <source>Nobody gets caller cards; setup can be read.</source>
        <translation>Niemand krijgt bellerkaarten; instellingen zijn te lezen.</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>Gebruikte plaatsen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The last day on which the licence holds.</source>
        <translation>De laatste dag waarop de licentie geldt.</translation>
    </message>
    <message>
        <source>The licence has expired.</source>
        <translation>De licentie is verlopen.</translation>
    </message>
    <message>
        <source>Write the name of the licence.</source>
        <translation>Vul de naam van de licentie in.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>&amp;Save the choice</source>
        <translation>Keuze op&amp;slaan</translation>
    </message>
    <message>
        <source>All lines, also those that come late&amp;r</source>
        <translation>Alle lijnen, ook die late&amp;r komen</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>Tick at least one line.</source>
        <translation>Vink minstens één lijn aan.</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>gaat niet open</translation>
    </message>
    <message>
        <source>is listened to</source>
        <translation>wordt beluisterd</translation>
    </message>
    <message>
        <source>is not there now</source>
        <translation>is er nu niet</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>&amp;Card page</source>
        <translation>&amp;Kaartpagina</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>&amp;Ingeschakeld</translation>
    </message>
    <message>
        <source>&amp;Name field</source>
        <translation>Naamvel&amp;d</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Prioriteit</translation>
    </message>
    <message>
        <source>A withheld number is not looked up.</source>
        <translation>Een anoniem nummer wordt niet opgezocht.</translation>
    </message>
    <message>
        <source>Built-in page</source>
        <translation>Ingebouwde pagina</translation>
    </message>
    <message>
        <source>Business Central page</source>
        <translation>Pagina van Business Central</translation>
    </message>
    <message>
        <source>It is the only record that matches.</source>
        <translation>Het is het enige record dat past.</translation>
    </message>
    <message>
        <source>Names the caller, has no page to open</source>
        <translation>Noemt de beller, heeft geen pagina om te openen</translation>
    </message>
    <message>
        <source>Never matches</source>
        <translation>Past nooit</translation>
    </message>
    <message>
        <source>Never opens</source>
        <translation>Opent nooit</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Geen pagina</translation>
    </message>
    <message>
        <source>No page opens by itself</source>
        <translation>Er opent vanzelf geen pagina</translation>
    </message>
    <message>
        <source>No record has this number</source>
        <translation>Geen record heeft dit nummer</translation>
    </message>
    <message>
        <source>No record has this number.</source>
        <translation>Geen record heeft dit nummer.</translation>
    </message>
    <message>
        <source>No row that matches has a page.</source>
        <translation>Geen rij die past heeft een pagina.</translation>
    </message>
    <message>
        <source>Not loaded on this computer: nothing can be found</source>
        <translation>Niet geladen op deze computer: er is niets te vinden</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Anoniem nummer</translation>
    </message>
    <message>
        <source>Number withheld: not looked up</source>
        <translation>Anoniem nummer: niet opgezocht</translation>
    </message>
    <message>
        <source>One of: {0}</source>
        <translation>Een van: {0}</translation>
    </message>
    <message>
        <source>Only a possible match: never opens by itself</source>
        <translation>Alleen een mogelijke overeenkomst: opent nooit vanzelf</translation>
    </message>
    <message>
        <source>Only the last digits match; the card says so.</source>
        <translation>Alleen de laatste cijfers komen overeen; de kaart zegt dat.</translation>
    </message>
    <message>
        <source>Opens nothing</source>
        <translation>Opent niets</translation>
    </message>
    <message>
        <source>Opens the built-in page</source>
        <translation>Opent de ingebouwde pagina</translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation>Opent {0}</translation>
    </message>
    <message>
        <source>Page {0} of Business Central</source>
        <translation>Pagina {0} van Business Central</translation>
    </message>
    <message>
        <source>Perhaps one of: {0}</source>
        <translation>Misschien een van: {0}</translation>
    </message>
    <message>
        <source>Perhaps {0}</source>
        <translation>Misschien {0}</translation>
    </message>
    <message>
        <source>Phone &amp;fields</source>
        <translation>Tele&amp;foonvelden</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Rij {0}</translation>
    </message>
    <message>
        <source>Same priority</source>
        <translation>Zelfde prioriteit</translation>
    </message>
    <message>
        <source>Several records match; the card lists them to choose from.</source>
        <translation>Meer records passen; de kaart noemt ze om uit te kiezen.</translation>
    </message>
    <message>
        <source>Skipped: a row of higher priority comes first</source>
        <translation>Overgeslagen: een rij met hogere prioriteit gaat voor</translation>
    </message>
    <message>
        <source>Skipped: no page</source>
        <translation>Overgeslagen: geen pagina</translation>
    </message>
    <message>
        <source>Skipped: switched off</source>
        <translation>Overgeslagen: uitgeschakeld</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>Ta&amp;bel</translation>
    </message>
    <message>
        <source>This record was chosen for the number before.</source>
        <translation>Dit record is eerder voor het nummer gekozen.</translation>
    </message>
    <message>
        <source>This row names callers, but it has no page to open.</source>
        <translation>Deze rij noemt bellers, maar heeft geen pagina om te openen.</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Onbekende beller</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Without phone fields this row never matches a number.</source>
        <translation>Zonder telefoonvelden past deze rij nooit bij een nummer.</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>nieuwe rij</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>nog {0}</translation>
    </message>
    <message>
        <source>{0} records have this number: none opens by itself</source>
        <translation>{0} records hebben dit nummer: geen opent vanzelf</translation>
    </message>
    <message>
        <source>{priority}  {table}</source>
        <translation>{priority}  {table}</translation>
    </message>
    <message>
        <source>{table} has priority {priority} as well, so that the order decides.</source>
        <translation>{table} heeft ook prioriteit {priority}, zodat de volgorde beslist.</translation>
    </message>
    <message>
        <source>{table} is back: you had removed it, but somebody else changed it.</source>
        <translation>{table} is terug: u had de rij verwijderd, maar iemand anders heeft die gewijzigd.</translation>
    </message>
    <message>
        <source>{table} was removed by somebody else; it stays because you changed it.</source>
        <translation>{table} is door iemand anders verwijderd; de rij blijft omdat u die hebt gewijzigd.</translation>
    </message>
    <message>
        <source>{table} with priority {priority} finds the same numbers first, so that this row never opens.</source>
        <translation>{table} met prioriteit {priority} vindt dezelfde nummers eerst, zodat deze rij nooit opent.</translation>
    </message>
    <message>
        <source>{table}, {fields}: yours stays; somebody else wrote {values}.</source>
        <translation>{table}, {fields}: uw waarde blijft; iemand anders heeft {values} ingevuld.</translation>
    </message>
    <message>
        <source>{who} added row {number}, {new}.</source>
        <translation>{who} voegde rij {number} toe, {new}.</translation>
    </message>
    <message>
        <source>{who} changed row {number} from {old} to {new}.</source>
        <translation>{who} wijzigde rij {number} van {old} in {new}.</translation>
    </message>
    <message>
        <source>{who} changed row {number}, {new}: {fields} from {from} to {to}.</source>
        <translation>{who} wijzigde rij {number}, {new}: {fields} van {from} in {to}.</translation>
    </message>
    <message>
        <source>{who} changed row {number}, {new}: {fields}.</source>
        <translation>{who} wijzigde rij {number}, {new}: {fields}.</translation>
    </message>
    <message>
        <source>{who} removed row {number}, {old}.</source>
        <translation>{who} verwijderde rij {number}, {old}.</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Business mapping</source>
        <translation>Tabelkoppeling</translation>
    </message>
</context>
<context>
    <name>MappingList</name>
    <message>
        <source>&amp;Remove row</source>
        <translation>Rij ver&amp;wijderen</translation>
    </message>
    <message>
        <source>A new row after the others</source>
        <translation>Een nieuwe rij na de andere</translation>
    </message>
    <message>
        <source>A&amp;dd row</source>
        <translation>Rij toe&amp;voegen</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Rij toevoegen</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Omlaag</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Omhoog</translation>
    </message>
    <message>
        <source>Business mapping</source>
        <translation>Tabelkoppeling</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Om&amp;hoog</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Om&amp;laag</translation>
    </message>
    <message>
        <source>No table is mapped yet, so that callers are shown by their number alone.</source>
        <translation>Er is nog geen tabel gekoppeld, zodat bellers alleen met hun nummer worden getoond.</translation>
    </message>
    <message>
        <source>Und&amp;o removal</source>
        <translation>Verwijdering o&amp;ngedaan maken</translation>
    </message>
    <message>
        <source>{0} was removed.</source>
        <translation>{0} is verwijderd.</translation>
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
        <translation>Oproepen</translation>
    </message>
    <message>
        <source>Enter a licence</source>
        <translation>Licentie invoeren</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Licence files (*.json)</source>
        <translation>Licentiebestanden (*.json)</translation>
    </message>
    <message>
        <source>Load a licence</source>
        <translation>Een licentie laden</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Module-instellingen</translation>
    </message>
    <message>
        <source>What lives where</source>
        <translation>Wat waar staat</translation>
    </message>
    <message>
        <source>{0} Enter one on the tab Licence; until then nothing else can be changed.</source>
        <translation>{0} Voer er een in op het tabblad Licentie; tot dan kan niets anders worden gewijzigd.</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Notice - {0}</source>
        <translation>Melding - {0}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{0}: write a whole number from {1} to {2}.</source>
        <translation>{0}: vul een geheel getal van {1} tot en met {2} in.</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Key in after the answer</source>
        <translation>Na het opnemen intoetsen</translation>
    </message>
    <message>
        <source>Key it in on the phone when the other end asks for it.</source>
        <translation>Toets het op de telefoon in wanneer de andere kant erom vraagt.</translation>
    </message>
    <message>
        <source>{digits} belongs to the number, but cannot be dialled with it.</source>
        <translation>{digits} hoort bij het nummer, maar kan er niet mee worden gebeld.</translation>
    </message>
</context>
<context>
    <name>PhoneTest</name>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>Test &amp;annuleren</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>Is the line complete, and saved in the phone? Is the phone on, and can it reach this computer? A firewall may be in between.</source>
        <translation>Is de regel volledig en in de telefoon opgeslagen? Staat de telefoon aan en kan hij deze computer bereiken? Er kan een firewall tussen staan.</translation>
    </message>
    <message>
        <source>Nothing was heard for two minutes.</source>
        <translation>Er was twee minuten lang niets te horen.</translation>
    </message>
    <message>
        <source>Press Test, then let the phone ring.</source>
        <translation>Druk op Testen en laat daarna de telefoon overgaan.</translation>
    </message>
    <message>
        <source>Waiting: let the phone ring, or dial a number on it.</source>
        <translation>Er wordt gewacht: laat de telefoon overgaan of kies er een nummer op.</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>An internal fault; see the log file.</source>
        <translation>Een interne fout; zie het logbestand.</translation>
    </message>
    <message>
        <source>Asking Windows for its telephony lines.</source>
        <translation>Windows wordt gevraagd naar de telefoonlijnen.</translation>
    </message>
    <message>
        <source>Check [dial] in config.toml.</source>
        <translation>Controleer [dial] in config.toml.</translation>
    </message>
    <message>
        <source>Check that baresip has a working account.</source>
        <translation>Controleer of baresip een werkend account heeft.</translation>
    </message>
    <message>
        <source>Check the telephone, and its driver under Phone and Modem in the Control Panel.</source>
        <translation>Controleer de telefoon en het stuurprogramma ervan onder Telefoon en modem in het Configuratiescherm.</translation>
    </message>
    <message>
        <source>Connecting to {phone} at {address}.</source>
        <translation>Verbinding maken met {phone} op {address}.</translation>
    </message>
    <message>
        <source>Dial #96*5* on a phone at the box if its call monitor is off.</source>
        <translation>Kies #96*5* op een telefoon aan de box als de oproepmonitor uit staat.</translation>
    </message>
    <message>
        <source>Dialling is not set up.</source>
        <translation>Bellen is niet ingesteld.</translation>
    </message>
    <message>
        <source>Enable it under [sources.teams] in config.toml.</source>
        <translation>Schakel het in onder [sources.teams] in config.toml.</translation>
    </message>
    <message>
        <source>End the other program and restart CTI Tray.</source>
        <translation>Sluit het andere programma en start CTI Tray opnieuw.</translation>
    </message>
    <message>
        <source>In your next call, Teams asks you whether CTI Tray may connect.</source>
        <translation>Bij uw volgende gesprek vraagt Teams u of CTI Tray verbinding mag maken.</translation>
    </message>
    <message>
        <source>It has failed; restart CTI Tray.</source>
        <translation>Mislukt; start CTI Tray opnieuw.</translation>
    </message>
    <message>
        <source>Its module menu is missing, so that it can neither dial nor list its calls.</source>
        <translation>De module menu ontbreekt, zodat het niet kan bellen en geen oproepen kan noemen.</translation>
    </message>
    <message>
        <source>Listening for calls.</source>
        <translation>Luistert naar oproepen.</translation>
    </message>
    <message>
        <source>Listening for desk phones.</source>
        <translation>Bureautelefoons kunnen zich melden.</translation>
    </message>
    <message>
        <source>Listening to the telephony lines of Windows.</source>
        <translation>Er wordt geluisterd naar de telefoonlijnen van Windows.</translation>
    </message>
    <message>
        <source>Listening to {phone} at {address}.</source>
        <translation>Luistert naar {phone} op {address}.</translation>
    </message>
    <message>
        <source>Name your own line first in sources.tapi.lines.</source>
        <translation>Noem uw eigen lijn als eerste in sources.tapi.lines.</translation>
    </message>
    <message>
        <source>No phone may report yet: name its address in sources.lan.allowed.</source>
        <translation>Nog mag geen telefoon zich melden: noem het adres in sources.lan.allowed.</translation>
    </message>
    <message>
        <source>No port of this machine can be listened on.</source>
        <translation>Op geen poort van deze computer kan worden geluisterd.</translation>
    </message>
    <message>
        <source>No telephony line is open.</source>
        <translation>Er is geen telefoonlijn open.</translation>
    </message>
    <message>
        <source>None of the lines in sources.tapi.lines is there.</source>
        <translation>Geen van de lijnen in sources.tapi.lines is er.</translation>
    </message>
    <message>
        <source>Not paired: whether you are in a call is guessed from what Teams offers.</source>
        <translation>Niet gekoppeld: of u in gesprek bent, wordt geraden uit wat Teams aanbiedt.</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Niet gestart.</translation>
    </message>
    <message>
        <source>Nothing answers at {address} ({problem}).</source>
        <translation>Er antwoordt niets op {address} ({problem}).</translation>
    </message>
    <message>
        <source>Nothing can listen for desk phones at {address}: {reason}.</source>
        <translation>Op {address} kan niet op bureautelefoons worden gewacht: {reason}.</translation>
    </message>
    <message>
        <source>Or choose another port under [sources.receiver] in config.toml.</source>
        <translation>Of kies een andere poort onder [sources.receiver] in config.toml.</translation>
    </message>
    <message>
        <source>Some lines do not open.</source>
        <translation>Sommige lijnen gaan niet open.</translation>
    </message>
    <message>
        <source>Some of the lines in sources.tapi.lines are not there.</source>
        <translation>Sommige lijnen in sources.tapi.lines zijn er niet.</translation>
    </message>
    <message>
        <source>Start baresip with the module ctrl_tcp, and check the address in the settings.</source>
        <translation>Start baresip met de module ctrl_tcp en controleer het adres in de instellingen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>Switched off, or not set up: see [sources.{name}] in config.toml.</source>
        <translation>Uitgeschakeld of niet ingesteld: zie [sources.{name}] in config.toml.</translation>
    </message>
    <message>
        <source>Switched off: desk phones are not heard. See [sources.lan] in config.toml.</source>
        <translation>Uitgeschakeld: bureautelefoons worden niet gehoord. Zie [sources.lan] in config.toml.</translation>
    </message>
    <message>
        <source>Switched off; only commands are taken.</source>
        <translation>Uitgeschakeld; alleen opdrachten worden aangenomen.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Teams asks you now whether CTI Tray may connect: choose Allow there.</source>
        <translation>Teams vraagt u nu of CTI Tray verbinding mag maken: kies daar Toestaan.</translation>
    </message>
    <message>
        <source>Teams has refused. Allow CTI Tray in Teams under Settings, Privacy, Third-party app API.</source>
        <translation>Teams heeft geweigerd. Sta CTI Tray in Teams toe onder Instellingen, Privacy, API voor apps van derden.</translation>
    </message>
    <message>
        <source>Teams is not running, or its third-party app API is switched off.</source>
        <translation>Teams is niet gestart, of de API voor apps van derden is uitgeschakeld.</translation>
    </message>
    <message>
        <source>Teams is switched off.</source>
        <translation>Teams is uitgeschakeld.</translation>
    </message>
    <message>
        <source>Teams never tells that it rings; a card opens with the screen pop.</source>
        <translation>Teams meldt nooit dat de telefoon gaat; een kaart gaat open met de oproeppagina.</translation>
    </message>
    <message>
        <source>Telephony lines of Windows are there on Windows only.</source>
        <translation>De telefoonlijnen van Windows zijn er alleen op Windows.</translation>
    </message>
    <message>
        <source>The call does not allow that at the moment.</source>
        <translation>De oproep staat dat nu niet toe.</translation>
    </message>
    <message>
        <source>The line is busy.</source>
        <translation>De lijn is bezet.</translation>
    </message>
    <message>
        <source>The line to {address} broke ({problem}).</source>
        <translation>De verbinding met {address} is verbroken ({problem}).</translation>
    </message>
    <message>
        <source>The line to {address} was closed by the other side.</source>
        <translation>De verbinding met {address} is door de andere kant gesloten.</translation>
    </message>
    <message>
        <source>The name {host} cannot be found.</source>
        <translation>De naam {host} kan niet worden gevonden.</translation>
    </message>
    <message>
        <source>The receiver&apos;s port {port} is taken by another program, so phones that report to it are not heard.</source>
        <translation>Poort {port} van de ontvanger is door een ander programma bezet; telefoons die zich daar melden, worden niet gehoord.</translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file cannot be written; the token changes with the next start.</source>
        <translation>Het instellingenbestand van de ontvanger kan niet worden geschreven; het token verandert bij de volgende start.</translation>
    </message>
    <message>
        <source>The receiver&apos;s settings file was damaged; there is a new token, so phones must be set up again.</source>
        <translation>Het instellingenbestand van de ontvanger was beschadigd; er is een nieuw token, dus telefoons moeten opnieuw worden ingesteld.</translation>
    </message>
    <message>
        <source>The service Telephony of Windows is not running.</source>
        <translation>De Windows-service Telefonie is niet actief.</translation>
    </message>
    <message>
        <source>The telephone cannot do that.</source>
        <translation>De telefoon kan dat niet.</translation>
    </message>
    <message>
        <source>The telephone did not do it (code {code}).</source>
        <translation>De telefoon heeft het niet gedaan (code {code}).</translation>
    </message>
    <message>
        <source>The telephone does not let CTI Tray control this call.</source>
        <translation>De telefoon laat CTI Tray deze oproep niet bedienen.</translation>
    </message>
    <message>
        <source>The telephone has no such call any more.</source>
        <translation>De telefoon heeft deze oproep niet meer.</translation>
    </message>
    <message>
        <source>The telephone system blocks this number.</source>
        <translation>De telefooncentrale blokkeert dit nummer.</translation>
    </message>
    <message>
        <source>The telephone system does not take this number.</source>
        <translation>De telefooncentrale accepteert dit nummer niet.</translation>
    </message>
    <message>
        <source>The telephony lines do not open.</source>
        <translation>De telefoonlijnen gaan niet open.</translation>
    </message>
    <message>
        <source>There are several telephony lines, and none is set as yours.</source>
        <translation>Er zijn meerdere telefoonlijnen, en geen daarvan is ingesteld als de uwe.</translation>
    </message>
    <message>
        <source>This number cannot be given to baresip.</source>
        <translation>Dit nummer kan niet aan baresip worden gegeven.</translation>
    </message>
    <message>
        <source>This number cannot be given to the telephone.</source>
        <translation>Dit nummer kan niet aan de telefoon worden gegeven.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Er wordt opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>What answers at {address} is not Teams.</source>
        <translation>Wat op {address} antwoordt, is niet Teams.</translation>
    </message>
    <message>
        <source>What answers at {address} is not baresip&apos;s ctrl_tcp.</source>
        <translation>Wat op {address} antwoordt, is niet ctrl_tcp van baresip.</translation>
    </message>
    <message>
        <source>What answers at {address} is not the call monitor of a FRITZ!Box.</source>
        <translation>Wat op {address} antwoordt, is niet de oproepmonitor van een FRITZ!Box.</translation>
    </message>
    <message>
        <source>When a call from Teams ends is not heard now.</source>
        <translation>Wanneer een oproep van Teams eindigt, is nu niet te horen.</translation>
    </message>
    <message>
        <source>Windows has no telephony line for calls; the driver of a telephone system brings one.</source>
        <translation>Windows heeft geen telefoonlijn voor gesprekken; het stuurprogramma van een telefooncentrale levert er een.</translation>
    </message>
    <message>
        <source>Windows telephony is not installed.</source>
        <translation>Windows-telefonie is niet geïnstalleerd.</translation>
    </message>
    <message>
        <source>Windows telephony is not ready.</source>
        <translation>Windows-telefonie is niet gereed.</translation>
    </message>
    <message>
        <source>accept the call</source>
        <translation>de oproep aannemen</translation>
    </message>
    <message>
        <source>baresip at {address} does not answer; another program may have taken its line.</source>
        <translation>baresip op {address} antwoordt niet; mogelijk gebruikt een ander programma de verbinding.</translation>
    </message>
    <message>
        <source>baresip did not begin a call.</source>
        <translation>baresip heeft geen oproep gestart.</translation>
    </message>
    <message>
        <source>baresip has no such call any more.</source>
        <translation>baresip heeft deze oproep niet meer.</translation>
    </message>
    <message>
        <source>baresip is not connected.</source>
        <translation>baresip is niet verbonden.</translation>
    </message>
    <message>
        <source>baresip refused to {command}.</source>
        <translation>baresip weigerde: {command}.</translation>
    </message>
    <message>
        <source>cti-tray receiver shows the new address and token.</source>
        <translation>cti-tray receiver toont het nieuwe adres en token.</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>bellen</translation>
    </message>
    <message>
        <source>hang up</source>
        <translation>ophangen</translation>
    </message>
    <message>
        <source>it refuses the connection</source>
        <translation>de verbinding wordt geweigerd</translation>
    </message>
    <message>
        <source>it was reset</source>
        <translation>de verbinding is afgebroken</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>geen adres</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>geen antwoord</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>geen netwerk</translation>
    </message>
    <message>
        <source>no way to it</source>
        <translation>niet bereikbaar</translation>
    </message>
    <message>
        <source>system error {code}</source>
        <translation>systeemfout {code}</translation>
    </message>
    <message>
        <source>the FRITZ!Box</source>
        <translation>FRITZ!Box</translation>
    </message>
    <message>
        <source>{key} must be a number such as 0.0.0.0:8125, not a name.</source>
        <translation>{key} moet in cijfers zoals 0.0.0.0:8125 staan, niet als naam.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Check the card page in the business mapping and the default browser.</source>
        <translation>Controleer de kaartpagina in de tabelkoppeling en de standaardbrowser.</translation>
    </message>
    <message>
        <source>Page not opened</source>
        <translation>Pagina niet geopend</translation>
    </message>
    <message>
        <source>The address of the record could not be opened in a browser.</source>
        <translation>Het adres van het record kon niet in een browser worden geopend.</translation>
    </message>
</context>
<context>
    <name>ProductUsersWindow</name>
    <message>
        <source>&amp;Enter a licence</source>
        <translation>Li&amp;centie invoeren</translation>
    </message>
    <message>
        <source>&amp;Import users...</source>
        <translation>Gebruikers &amp;importeren...</translation>
    </message>
    <message>
        <source>&amp;Licence...</source>
        <translation>&amp;Licentie...</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 gebruiker</translation>
    </message>
    <message>
        <source>A&amp;dd user...</source>
        <translation>Gebruiker toe&amp;voegen...</translation>
    </message>
    <message>
        <source>Activate Users</source>
        <translation>Gebruikers activeren</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle gebruikers</translation>
    </message>
    <message>
        <source>Import users</source>
        <translation>Gebruikers importeren</translation>
    </message>
    <message>
        <source>Lists of users (*.csv *.txt)</source>
        <translation>Lijsten van gebruikers (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Search by name or account</source>
        <translation>Zoek op naam of account</translation>
    </message>
    <message>
        <source>The users are not loaded.</source>
        <translation>De gebruikers zijn niet geladen.</translation>
    </message>
    <message>
        <source>{0} of {1} users</source>
        <translation>{0} van {1} gebruikers</translation>
    </message>
    <message>
        <source>{0} users</source>
        <translation>{0} gebruikers</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} is toegevoegd.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Activity written: {reason}</source>
        <translation>Activiteit vastgelegd: {reason}</translation>
    </message>
    <message>
        <source>CRM is not active in the module setup</source>
        <translation>CRM is niet actief in de module-instellingen</translation>
    </message>
    <message>
        <source>CRM is not active on your setup card</source>
        <translation>CRM is niet actief op uw gebruikerskaart</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call</source>
        <translation>CTI Tray werd tijdens de oproep afgesloten</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call, before it was connected</source>
        <translation>CTI Tray werd tijdens de oproep afgesloten, voordat die verbonden was</translation>
    </message>
    <message>
        <source>CTI Tray ended during the call; no activity was due</source>
        <translation>CTI Tray werd tijdens de oproep afgesloten; er was geen activiteit nodig</translation>
    </message>
    <message>
        <source>Card closed: {reason}</source>
        <translation>Kaart gesloten: {reason}</translation>
    </message>
    <message>
        <source>Card opened: {reason}</source>
        <translation>Kaart geopend: {reason}</translation>
    </message>
    <message>
        <source>No activity: {reason}</source>
        <translation>Geen activiteit: {reason}</translation>
    </message>
    <message>
        <source>No card: {reason}</source>
        <translation>Geen kaart: {reason}</translation>
    </message>
    <message>
        <source>No page: {reason}</source>
        <translation>Geen pagina: {reason}</translation>
    </message>
    <message>
        <source>Page opened: {reason}</source>
        <translation>Pagina geopend: {reason}</translation>
    </message>
    <message>
        <source>a possible match never opens by itself</source>
        <translation>een mogelijke treffer opent nooit vanzelf</translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation>niet storen staat aan</translation>
    </message>
    <message>
        <source>for an outgoing call it is a button on the card</source>
        <translation>bij een uitgaande oproep is het een knop op de kaart</translation>
    </message>
    <message>
        <source>incoming calls</source>
        <translation>inkomende oproepen</translation>
    </message>
    <message>
        <source>missed calls</source>
        <translation>gemiste oproepen</translation>
    </message>
    <message>
        <source>more than {n} cards of ended calls were on the screen</source>
        <translation>er stonden meer dan {n} kaarten van beëindigde oproepen op het scherm</translation>
    </message>
    <message>
        <source>no page is set up for this table</source>
        <translation>voor deze tabel is geen pagina ingesteld</translation>
    </message>
    <message>
        <source>no phone reported how the call ended</source>
        <translation>geen telefoon meldde hoe de oproep eindigde</translation>
    </message>
    <message>
        <source>no record has this number</source>
        <translation>geen record heeft dit nummer</translation>
    </message>
    <message>
        <source>outgoing calls</source>
        <translation>uitgaande oproepen</translation>
    </message>
    <message>
        <source>outgoing calls that nobody answered</source>
        <translation>uitgaande oproepen die niemand aannam</translation>
    </message>
    <message>
        <source>the call ended before the card was to open</source>
        <translation>de oproep eindigde voordat de kaart zou openen</translation>
    </message>
    <message>
        <source>the call turned out to be the same as another</source>
        <translation>de oproep bleek dezelfde te zijn als een andere</translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded</source>
        <translation>de oproep is elders aangenomen of doorgeschakeld</translation>
    </message>
    <message>
        <source>the call was answered by another or forwarded; such a card closes after 5 s</source>
        <translation>de oproep is elders aangenomen of doorgeschakeld; zo&apos;n kaart sluit na 5 s</translation>
    </message>
    <message>
        <source>the licence has expired</source>
        <translation>de licentie is verlopen</translation>
    </message>
    <message>
        <source>the module setup has a template for {kind}</source>
        <translation>de module-instellingen hebben een sjabloon voor {kind}</translation>
    </message>
    <message>
        <source>the number was withheld</source>
        <translation>het nummer was anoniem</translation>
    </message>
    <message>
        <source>the product is not licensed</source>
        <translation>het product heeft geen licentie</translation>
    </message>
    <message>
        <source>the template for {kind} is blank on your setup card and in the module setup</source>
        <translation>het sjabloon voor {kind} is leeg op uw gebruikerskaart en in de module-instellingen</translation>
    </message>
    <message>
        <source>there was no card</source>
        <translation>er was geen kaart</translation>
    </message>
    <message>
        <source>this user has no licence</source>
        <translation>deze gebruiker heeft geen licentie</translation>
    </message>
    <message>
        <source>you chose the record</source>
        <translation>u hebt het record gekozen</translation>
    </message>
    <message>
        <source>you closed the card</source>
        <translation>u hebt de kaart gesloten</translation>
    </message>
    <message>
        <source>you dialled with CTI Tray</source>
        <translation>u hebt met CTI Tray gebeld</translation>
    </message>
    <message>
        <source>your setup card has a template for {kind}</source>
        <translation>uw gebruikerskaart heeft een sjabloon voor {kind}</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered</source>
        <translation>uw instellingen sluiten de kaart als een oproep wordt aangenomen</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered already</source>
        <translation>uw instellingen sluiten de kaart als een oproep wordt aangenomen, en deze was al aangenomen</translation>
    </message>
    <message>
        <source>your setup closes the card when a call is answered, and this one was answered before the card opened</source>
        <translation>uw instellingen sluiten de kaart als een oproep wordt aangenomen, en deze werd aangenomen voordat de kaart openging</translation>
    </message>
    <message>
        <source>your setup does not open it by itself</source>
        <translation>uw instellingen openen die niet vanzelf</translation>
    </message>
    <message>
        <source>your setup opens it by itself</source>
        <translation>uw instellingen openen die vanzelf</translation>
    </message>
    <message>
        <source>your setup opens it by itself, and you chose this record for the number before</source>
        <translation>uw instellingen openen die vanzelf, en u hebt dit record eerder voor het nummer gekozen</translation>
    </message>
    <message>
        <source>your setup opens no card for internal calls</source>
        <translation>uw instellingen openen geen kaart voor interne oproepen</translation>
    </message>
    <message>
        <source>your setup opens the card of every outgoing call</source>
        <translation>uw instellingen openen de kaart van elke uitgaande oproep</translation>
    </message>
    <message>
        <source>your setup opens the card only for calls that you dial with CTI Tray</source>
        <translation>uw instellingen openen de kaart alleen voor oproepen die u met CTI Tray plaatst</translation>
    </message>
    <message>
        <source>your setup opens the card when a call comes in</source>
        <translation>uw instellingen openen de kaart als een oproep binnenkomt</translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered</source>
        <translation>uw instellingen openen de kaart als een oproep wordt aangenomen</translation>
    </message>
    <message>
        <source>your setup opens the card when a call is answered, and this one was not</source>
        <translation>uw instellingen openen de kaart als een oproep wordt aangenomen, en deze werd niet aangenomen</translation>
    </message>
    <message>
        <source>{n} records have this number, and none was chosen</source>
        <translation>{n} records hebben dit nummer, en er is er geen gekozen</translation>
    </message>
    <message>
        <source>{rest}, {n} s after the call came in</source>
        <translation>{rest}, {n} s nadat de oproep binnenkwam</translation>
    </message>
    <message>
        <source>{rest}; CTI Tray ended during the call</source>
        <translation>{rest}; CTI Tray werd tijdens de oproep afgesloten</translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>Copied: {0}</source>
        <translation>Gekopieerd: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy &amp;all lines</source>
        <translation>Alle re&amp;gels kopiëren</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>{0} kopiëren</translation>
    </message>
    <message>
        <source>Phone programs are not heard: sources.receiver is switched off in config.toml.</source>
        <translation>Telefoonprogramma&apos;s worden niet gehoord: sources.receiver is in config.toml uitgeschakeld.</translation>
    </message>
    <message>
        <source>Sho&amp;w the token</source>
        <translation>Token &amp;weergeven</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Goed om te weten</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>A line may have 255 characters at most; only the program may stand in quotes.</source>
        <translation>Een regel mag hoogstens 255 tekens hebben; alleen het programma mag tussen aanhalingstekens staan.</translation>
    </message>
    <message>
        <source>An address may have 128 characters at most.</source>
        <translation>Een adres mag hoogstens 128 tekens hebben.</translation>
    </message>
    <message>
        <source>As nobody tells the end, such a call counts as ended after four hours, if no other source reports it.</source>
        <translation>Omdat niemand het einde meldt, geldt zo&apos;n oproep na vier uur als beëindigd, als geen andere bron hem meldt.</translation>
    </message>
    <message>
        <source>Choose Advanced Settings, Action URI.</source>
        <translation>Kies daar Advanced Settings, Action URI.</translation>
    </message>
    <message>
        <source>Choose Apply.</source>
        <translation>Kies Toepassen.</translation>
    </message>
    <message>
        <source>Choose Features, Action URL.</source>
        <translation>Kies daar Features, Action URL.</translation>
    </message>
    <message>
        <source>Choose Settings, Outbound Notification, Action URL.</source>
        <translation>Kies daar Settings, Outbound Notification, Action URL.</translation>
    </message>
    <message>
        <source>Choose Setup, Action URL Settings.</source>
        <translation>Kies daar Setup, Action URL Settings.</translation>
    </message>
    <message>
        <source>Choose the action REST API, so that no browser opens, and paste the address.</source>
        <translation>Kies de actie REST API, zodat er geen browser opent, en plak het adres.</translation>
    </message>
    <message>
        <source>Choose the event that the call state changes, with the state and direction of the line.</source>
        <translation>Kies de gebeurtenis dat de gespreksstatus verandert, met de status en richting van de regel.</translation>
    </message>
    <message>
        <source>Close MicroSIP: it writes its file when it ends.</source>
        <translation>Sluit MicroSIP: het schrijft zijn bestand wanneer het eindigt.</translation>
    </message>
    <message>
        <source>Dial the first line once on a phone at the box: it switches the call monitor on.</source>
        <translation>Kies de eerste regel één keer op een telefoon aan de box: dat schakelt de oproepmonitor in.</translation>
    </message>
    <message>
        <source>Enter the parameters and switch Start with call on.</source>
        <translation>Vul de parameters in en schakel Start with call in.</translation>
    </message>
    <message>
        <source>For numbers, an administrator sets up the screen pop, as the help says.</source>
        <translation>Voor nummers stelt een beheerder de oproeppagina in, zoals de help beschrijft.</translation>
    </message>
    <message>
        <source>Give each the application below, and the mode hidden.</source>
        <translation>Geef elke actie de toepassing hieronder en de modus verborgen.</translation>
    </message>
    <message>
        <source>In Teams, open Settings, Privacy, Third-party app API, and switch the API on.</source>
        <translation>Open in Teams Instellingen, Privacy, API voor apps van derden en schakel de API in.</translation>
    </message>
    <message>
        <source>In the window Connect my phone, press Pair with Teams.</source>
        <translation>Druk in het venster Mijn telefoon verbinden op Met Teams koppelen.</translation>
    </message>
    <message>
        <source>In your next call, Teams asks whether CTI Tray may connect: choose Allow there.</source>
        <translation>Bij uw volgende gesprek vraagt Teams of CTI Tray verbinding mag maken: kies daar Toestaan.</translation>
    </message>
    <message>
        <source>Install the TAPI driver of your telephone system and choose your line in it.</source>
        <translation>Installeer het TAPI-stuurprogramma van uw telefooncentrale en kies daarin uw lijn.</translation>
    </message>
    <message>
        <source>It does not report hold, nor why a call ended.</source>
        <translation>Het meldt noch de wachtstand noch waarom een oproep eindigde.</translation>
    </message>
    <message>
        <source>It does not report that a call is taken off hold, nor why a call ended.</source>
        <translation>Het meldt niet dat een oproep uit de wacht wordt gehaald, en niet waarom een oproep eindigde.</translation>
    </message>
    <message>
        <source>It does not report that a colleague took the call.</source>
        <translation>Het meldt niet dat een collega de oproep heeft aangenomen.</translation>
    </message>
    <message>
        <source>It does not say which call ended: of two calls at once, one may stay open.</source>
        <translation>Het zegt niet welke oproep eindigde: van twee gelijktijdige kan er een open blijven.</translation>
    </message>
    <message>
        <source>It gives calls no identifier, so two calls with one number at once are told apart badly.</source>
        <translation>Het geeft oproepen geen kenmerk; twee gelijktijdige oproepen met één nummer zijn daardoor slecht te onderscheiden.</translation>
    </message>
    <message>
        <source>It reports calls when they are picked up, and neither their ringing nor their end.</source>
        <translation>Het meldt oproepen wanneer ze worden aangenomen, en noch het rinkelen noch het einde.</translation>
    </message>
    <message>
        <source>It reports incoming calls only, and not how they end: the call is over for CTI Tray after 3 minutes.</source>
        <translation>Het meldt alleen inkomende oproepen en niet hoe ze eindigen: voor CTI Tray is de oproep na 3 minuten voorbij.</translation>
    </message>
    <message>
        <source>It reports the calls of all phones at the box, without names and without hold.</source>
        <translation>Ze meldt de oproepen van alle telefoons aan de box, zonder namen en zonder wachtstand.</translation>
    </message>
    <message>
        <source>It reports the number, but no name, and neither hold nor why a call ended.</source>
        <translation>Het meldt het nummer, maar geen naam, en noch de wachtstand noch waarom een oproep eindigde.</translation>
    </message>
    <message>
        <source>It serves one listener at a time.</source>
        <translation>Het bedient maar één luisteraar tegelijk.</translation>
    </message>
    <message>
        <source>Its guide shows addresses without http://. Leave that out where it is not accepted.</source>
        <translation>De handleiding toont adressen zonder http://. Laat dat weg waar het niet wordt geaccepteerd.</translation>
    </message>
    <message>
        <source>Let it run a program on incoming calls when they ring, with this path and parameters.</source>
        <translation>Laat bij inkomende oproepen, wanneer de telefoon overgaat, een programma met dit pad en deze parameters uitvoeren.</translation>
    </message>
    <message>
        <source>NFON does not publish its placeholders. Those shown are of a related program: compare with its help.</source>
        <translation>NFON publiceert zijn plaatsaanduidingen niet. De getoonde zijn van een verwant programma: vergelijk met de hulp ervan.</translation>
    </message>
    <message>
        <source>Names, and why a call ended, come only where the driver tells them.</source>
        <translation>Namen en de reden van het einde van een oproep komen alleen als het stuurprogramma ze meldt.</translation>
    </message>
    <message>
        <source>Not every variable is filled in for every event; the call is found by its identifier.</source>
        <translation>Niet elke variabele is bij elke gebeurtenis ingevuld; de oproep wordt aan zijn kenmerk gevonden.</translation>
    </message>
    <message>
        <source>Open %APPDATA%\MicroSIP\MicroSIP.ini in Notepad. Keep its encoding, UTF-16 LE.</source>
        <translation>Open %APPDATA%\MicroSIP\MicroSIP.ini in Kladblok. Behoud de codering UTF-16 LE.</translation>
    </message>
    <message>
        <source>Open Settings, Automation and add a rule for each line below.</source>
        <translation>Open Settings, Automation en voeg voor elke regel hieronder een regel toe.</translation>
    </message>
    <message>
        <source>Open the phone&apos;s own page in a browser, at the address that its display shows.</source>
        <translation>Open de eigen pagina van de telefoon in een browser, op het adres dat het scherm toont.</translation>
    </message>
    <message>
        <source>Open the settings of ProCall and add a user-defined action for each command line.</source>
        <translation>Open de instellingen van ProCall en voeg voor elke opdrachtregel een eigen actie toe.</translation>
    </message>
    <message>
        <source>Open the settings of myPBX and add an external application with this path.</source>
        <translation>Open de instellingen van myPBX en voeg een externe toepassing met dit pad toe.</translation>
    </message>
    <message>
        <source>Open the settings of the 3CX app for Windows and choose Integration.</source>
        <translation>Open de instellingen van de 3CX-app voor Windows en kies Integration.</translation>
    </message>
    <message>
        <source>Open the settings, choose Action URLs and switch them on.</source>
        <translation>Open de instellingen, kies Action URLs en schakel ze in.</translation>
    </message>
    <message>
        <source>Paste each address at its event and save.</source>
        <translation>Plak elk adres bij de gebeurtenis en sla op.</translation>
    </message>
    <message>
        <source>Paste each address, activate it, and do not let it be shown in the browser.</source>
        <translation>Plak elk adres, activeer het en laat het niet in de browser tonen.</translation>
    </message>
    <message>
        <source>Programs of this family mark placeholders in different ways: compare with their help.</source>
        <translation>Programma&apos;s van deze familie schrijven plaatsaanduidingen verschillend: vergelijk met hun hulp.</translation>
    </message>
    <message>
        <source>Put the other lines into config.toml of CTI Tray.</source>
        <translation>Zet de andere regels in config.toml van CTI Tray.</translation>
    </message>
    <message>
        <source>Put these lines into the part [Settings], in place of those with the same names.</source>
        <translation>Zet deze regels in het deel [Settings], in plaats van die met dezelfde namen.</translation>
    </message>
    <message>
        <source>Quit CTI Tray and start it again.</source>
        <translation>Sluit CTI Tray af en start het opnieuw.</translation>
    </message>
    <message>
        <source>Rules are part of the paid editions of some programs.</source>
        <translation>Regels zitten bij sommige programma&apos;s alleen in de betaalde edities.</translation>
    </message>
    <message>
        <source>Save the file and start MicroSIP.</source>
        <translation>Sla het bestand op en start MicroSIP.</translation>
    </message>
    <message>
        <source>Start both again.</source>
        <translation>Start beide opnieuw.</translation>
    </message>
    <message>
        <source>Switch the control port on in baresip&apos;s own file config.</source>
        <translation>Schakel de besturingspoort in het bestand config van baresip in.</translation>
    </message>
    <message>
        <source>Switch the source on in config.toml of CTI Tray.</source>
        <translation>Schakel de bron in config.toml van CTI Tray in.</translation>
    </message>
    <message>
        <source>Teams itself says only that there is a call, not with whom, and nothing while it rings.</source>
        <translation>Teams zelf zegt alleen dat er een gesprek is, niet met wie, en niets zolang de telefoon overgaat.</translation>
    </message>
    <message>
        <source>The TAPI driver of the telephone system reports more: prefer it where there is one.</source>
        <translation>Het TAPI-stuurprogramma van de telefooncentrale meldt meer: geef daaraan de voorkeur waar het er is.</translation>
    </message>
    <message>
        <source>The address goes unencrypted through your network; its token can only report calls.</source>
        <translation>Het adres gaat onversleuteld door uw netwerk; het token ervan kan alleen oproepen melden.</translation>
    </message>
    <message>
        <source>The address opens a page of the browser, which keeps the token in its history.</source>
        <translation>Het adres opent een pagina in de browser, die het token in zijn geschiedenis bewaart.</translation>
    </message>
    <message>
        <source>The words in the settings differ between the versions of the app.</source>
        <translation>De woorden in de instellingen verschillen per versie van de app.</translation>
    </message>
    <message>
        <source>This computer should keep its address in the network, or the phone loses it.</source>
        <translation>Deze computer moet zijn adres in het netwerk houden, anders raakt de telefoon hem kwijt.</translation>
    </message>
    <message>
        <source>Under Actions, choose each of them for the event that its line names.</source>
        <translation>Kies onder Acties elke actie voor de gebeurtenis die de regel noemt.</translation>
    </message>
    <message>
        <source>Where a name arrives cut off at its first space, the program leaves out the quotes: leave --name out.</source>
        <translation>Komt een naam maar tot de eerste spatie aan, dan laat het programma de aanhalingstekens weg: laat --name weg.</translation>
    </message>
    <message>
        <source>Where it can only open a contact address, enter the address instead.</source>
        <translation>Kan de app alleen een contactadres openen, vul dan in plaats daarvan het adres in.</translation>
    </message>
    <message>
        <source>Where the window Connect my phone shows lines of others too, tick your own, and save.</source>
        <translation>Toont het venster Mijn telefoon verbinden ook lijnen van anderen, vink dan uw eigen lijn aan en sla op.</translation>
    </message>
    <message>
        <source>With the screen pop the number comes, for incoming calls from telephones only.</source>
        <translation>Met de oproeppagina komt het nummer, maar alleen bij inkomende oproepen van telefoons.</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Call this number</source>
        <translation>Dit nummer bellen</translation>
    </message>
    <message>
        <source>Call {0}, {1}</source>
        <translation>{0} bellen, {1}</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>Laatste oproepen</translation>
    </message>
    <message>
        <source>Master data - {0}</source>
        <translation>Stamgegevens - {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>This record has no further fields.</source>
        <translation>Dit record heeft geen andere velden.</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>1 is tried first.</source>
        <translation>1 wordt het eerst geprobeerd.</translation>
    </message>
    <message>
        <source>A row that is off is skipped.</source>
        <translation>Een rij die uit staat wordt overgeslagen.</translation>
    </message>
    <message>
        <source>A table of the directory, such as Customer.</source>
        <translation>Een tabel van het adresboek, zoals Customer.</translation>
    </message>
    <message>
        <source>Choose phone fields among the columns</source>
        <translation>Telefoonvelden uit de kolommen kiezen</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>K&amp;olommen</translation>
    </message>
    <message>
        <source>Enter an address that begins with https://.</source>
        <translation>Vul een adres in dat met https:// begint.</translation>
    </message>
    <message>
        <source>Enter the number of a page of Business Central, such as 21.</source>
        <translation>Vul het nummer van een pagina van Business Central in, zoals 21.</translation>
    </message>
    <message>
        <source>Pa&amp;ge number</source>
        <translation>Pagin&amp;anummer</translation>
    </message>
    <message>
        <source>Selected row</source>
        <translation>Gekozen rij</translation>
    </message>
    <message>
        <source>Such as 21 for the customer card.</source>
        <translation>Zoals 21 voor de klantenkaart.</translation>
    </message>
    <message>
        <source>The record opens in Business Central.</source>
        <translation>Het record opent in Business Central.</translation>
    </message>
    <message>
        <source>The record opens in a window of CTI Tray.</source>
        <translation>Het record opent in een venster van CTI Tray.</translation>
    </message>
    <message>
        <source>The record opens in the browser.</source>
        <translation>Het record opent in de browser.</translation>
    </message>
    <message>
        <source>The row names the caller and opens nothing.</source>
        <translation>De rij noemt de beller en opent niets.</translation>
    </message>
    <message>
        <source>Web addre&amp;ss</source>
        <translation>Webadre&amp;s</translation>
    </message>
    <message>
        <source>What the card shows as the caller&apos;s name.</source>
        <translation>Wat de kaart als naam van de beller toont.</translation>
    </message>
    <message>
        <source>Where the numbers are, with commas between them.</source>
        <translation>Waar de nummers staan, met komma&apos;s ertussen.</translation>
    </message>
    <message>
        <source>{no}, {name}, {number} and {table} stand for the values of the caller&apos;s record.</source>
        <translation>{no}, {name}, {number} en {table} staan voor de waarden van het record van de beller.</translation>
    </message>
</context>
<context>
    <name>SeatBar</name>
    <message>
        <source>{0} of {1} seats used</source>
        <translation>{0} van {1} plaatsen gebruikt</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Ask your administrator to change it.</source>
        <translation>Vraag uw beheerder dit te wijzigen.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Bedoelt u {name}?</translation>
    </message>
    <message>
        <source>For example 127.0.0.1:4444.</source>
        <translation>Bijvoorbeeld 127.0.0.1:4444.</translation>
    </message>
    <message>
        <source>For example 192.168.1.20 or 192.168.1.0/24.</source>
        <translation>Bijvoorbeeld 192.168.1.20 of 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>Put it into PostgreSQL&apos;s password file (pgpass).</source>
        <translation>Zet het in het wachtwoordbestand van PostgreSQL (pgpass).</translation>
    </message>
    <message>
        <source>Save it with the encoding UTF-8.</source>
        <translation>Sla het op met de codering UTF-8.</translation>
    </message>
    <message>
        <source>The defaults are used.</source>
        <translation>De standaardwaarden worden gebruikt.</translation>
    </message>
    <message>
        <source>The key {name} is fixed by the administrator.</source>
        <translation>De sleutel {name} is door de beheerder vastgelegd.</translation>
    </message>
    <message>
        <source>The settings of {since} are used.</source>
        <translation>De instellingen van {since} worden gebruikt.</translation>
    </message>
    <message>
        <source>There is no key {name} in {file}.</source>
        <translation>Er is geen sleutel {name} in {file}.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>het is te diep genest</translation>
    </message>
    <message>
        <source>{file} is larger than {size} kB and was not read.</source>
        <translation>{file} is groter dan {size} kB en is niet gelezen.</translation>
    </message>
    <message>
        <source>{file} is not a TOML file: {problem}.</source>
        <translation>{file} is geen TOML-bestand: {problem}.</translation>
    </message>
    <message>
        <source>{file} is not a UTF-8 text.</source>
        <translation>{file} is geen UTF-8-tekst.</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation>{file}: kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
        <source>{file}: store.url holds a password; put it into PostgreSQL&apos;s password file.</source>
        <translation>{file}: store.url bevat een wachtwoord; zet het in het wachtwoordbestand van PostgreSQL.</translation>
    </message>
    <message>
        <source>{file}: unknown key {name}; it is kept and not used.</source>
        <translation>{file}: onbekende sleutel {name}; die blijft staan en wordt niet gebruikt.</translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set there: {problem}.</source>
        <translation>{file}: {name} kan daar niet worden ingesteld: {problem}.</translation>
    </message>
    <message>
        <source>{file}: {name} cannot be set without changing something else; change it by hand.</source>
        <translation>{file}: {name} kan niet worden ingesteld zonder iets anders te wijzigen; wijzig het met de hand.</translation>
    </message>
    <message>
        <source>{file}: {name} is fixed by the administrator; the value here is not used.</source>
        <translation>{file}: {name} is door de beheerder vastgelegd; de waarde hier wordt niet gebruikt.</translation>
    </message>
    <message>
        <source>{file}: {name} must not hold a password.</source>
        <translation>{file}: {name} mag geen wachtwoord bevatten.</translation>
    </message>
    <message>
        <source>{file}: {name} {problem}.</source>
        <translation>{file}: {name} {problem}.</translation>
    </message>
    <message>
        <source>{file}: {table} must be a table, written [{table}].</source>
        <translation>{file}: {table} moet een tabel zijn, geschreven als [{table}].</translation>
    </message>
    <message>
        <source>{key} must be a host and a port, not {value}.</source>
        <translation>{key} moet een host en een poort zijn, niet {value}.</translation>
    </message>
    <message>
        <source>{name} must be a list of keys.</source>
        <translation>{name} moet een lijst met sleutels zijn.</translation>
    </message>
    <message>
        <source>{name}: {entry} is no key and no table.</source>
        <translation>{name}: {entry} is geen sleutel en geen tabel.</translation>
    </message>
    <message>
        <source>{value} is not the address of a phone or a network.</source>
        <translation>{value} is geen adres van een telefoon of netwerk.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>&amp;Close mask on</source>
        <translation>Kaart &amp;sluiten bij</translation>
    </message>
    <message>
        <source>&amp;Heartbeat (seconds)</source>
        <translation>&amp;Hartslag (seconden)</translation>
    </message>
    <message>
        <source>&amp;Incoming call</source>
        <translation>&amp;Inkomende oproep</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Missed incoming call</source>
        <translation>Ge&amp;miste oproep</translation>
    </message>
    <message>
        <source>&amp;Open mask on</source>
        <translation>Kaart &amp;openen bij</translation>
    </message>
    <message>
        <source>&amp;Seats</source>
        <translation>&amp;Plaatsen</translation>
    </message>
    <message>
        <source>&amp;Unaccepted outgoing call</source>
        <translation>&amp;Onbeantwoorde uitgaande oproep</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>&amp;Geldig tot en met</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Toegangstoken</translation>
    </message>
    <message>
        <source>Adm&amp;inistrator</source>
        <translation>&amp;Beheerder</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>En nog {count}.</translation>
    </message>
    <message>
        <source>Ask an administrator of CTI Tray.</source>
        <translation>Vraag een beheerder van CTI Tray.</translation>
    </message>
    <message>
        <source>Authorization time</source>
        <translation>Tijdstip van autorisatie</translation>
    </message>
    <message>
        <source>Automatically open &amp;master data</source>
        <translation>Stam&amp;gegevens automatisch openen</translation>
    </message>
    <message>
        <source>Bring back a copy of it, or correct it with a database program.</source>
        <translation>Zet een kopie terug, of verbeter de waarde met een databaseprogramma.</translation>
    </message>
    <message>
        <source>Bring back a copy of it, or move it away to begin anew; nothing was changed.</source>
        <translation>Zet een kopie terug, of verplaats ze om opnieuw te beginnen; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>C&amp;RM active</source>
        <translation>C&amp;RM actief</translation>
    </message>
    <message>
        <source>CTI Tray is closing.</source>
        <translation>CTI Tray wordt afgesloten.</translation>
    </message>
    <message>
        <source>CTI Tray is not licensed.</source>
        <translation>CTI Tray heeft geen licentie.</translation>
    </message>
    <message>
        <source>Caller card &amp;delay (seconds)</source>
        <translation>&amp;Vertraging van de kaart (seconden)</translation>
    </message>
    <message>
        <source>Check its rights and the disk.</source>
        <translation>Controleer de rechten en de schijf.</translation>
    </message>
    <message>
        <source>Currently active</source>
        <translation>Nu actief</translation>
    </message>
    <message>
        <source>Deactivate a user or add seats first.</source>
        <translation>Deactiveer eerst een gebruiker of voeg plaatsen toe.</translation>
    </message>
    <message>
        <source>Enter a valid licence first.</source>
        <translation>Voer eerst een geldige licentie in.</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Verlopen</translation>
    </message>
    <message>
        <source>I&amp;nternal calls</source>
        <translation>&amp;Interne oproepen</translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation>Importeer het in delen.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;cti-tray[postgresql]&quot;</source>
        <translation>Installeer het met: pip install &quot;cti-tray[postgresql]&quot;</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Er wordt opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>It is tried again. The driver says: {reason}</source>
        <translation>Er wordt opnieuw geprobeerd. Het stuurprogramma meldt: {reason}</translation>
    </message>
    <message>
        <source>Keep calls for (&amp;days)</source>
        <translation>Oproepen &amp;bewaren (dagen)</translation>
    </message>
    <message>
        <source>Kind of licence</source>
        <translation>Soort licentie</translation>
    </message>
    <message>
        <source>Licence valid until</source>
        <translation>Licentie geldig tot en met</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Gelicentieerd</translation>
    </message>
    <message>
        <source>Longest i&amp;nternal number (digits)</source>
        <translation>Langste i&amp;nterne nummer (cijfers)</translation>
    </message>
    <message>
        <source>Look at the new values and save again.</source>
        <translation>Bekijk de nieuwe waarden en sla opnieuw op.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Maak eerst iemand anders beheerder.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name of the licence</source>
        <translation>Naam van de licentie</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Aanmelden nodig</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Not licensed</source>
        <translation>Niet gelicentieerd</translation>
    </message>
    <message>
        <source>Only a licensed administrator can change this.</source>
        <translation>Alleen een gelicentieerde beheerder kan dit wijzigen.</translation>
    </message>
    <message>
        <source>Only a licensed administrator may do this.</source>
        <translation>Alleen een beheerder met licentie mag dit.</translation>
    </message>
    <message>
        <source>Only an administrator can change this.</source>
        <translation>Alleen een beheerder kan dit wijzigen.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Alleen een beheerder mag dit.</translation>
    </message>
    <message>
        <source>Open out&amp;going mask on</source>
        <translation>&amp;Uitgaande kaart openen bij</translation>
    </message>
    <message>
        <source>Out&amp;going call</source>
        <translation>Uit&amp;gaande oproep</translation>
    </message>
    <message>
        <source>Outside &amp;prefix</source>
        <translation>&amp;Voorvoegsel buitenlijn</translation>
    </message>
    <message>
        <source>R&amp;egion</source>
        <translation>R&amp;egio</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Vernieuwingstoken</translation>
    </message>
    <message>
        <source>Restart CTI Tray to connect anew.</source>
        <translation>Start CTI Tray opnieuw om weer verbinding te maken.</translation>
    </message>
    <message>
        <source>Save it as CSV (UTF-8) with the columns account, email, name and licensed.</source>
        <translation>Sla het op als CSV (UTF-8) met de kolommen account, email, name en licensed.</translation>
    </message>
    <message>
        <source>Seats of the licence</source>
        <translation>Plaatsen van de licentie</translation>
    </message>
    <message>
        <source>Set it to &quot;{name}&quot; or to a PostgreSQL address.</source>
        <translation>Zet het op &quot;{name}&quot; of op een PostgreSQL-adres.</translation>
    </message>
    <message>
        <source>Setup met an error that nobody expected: {kind}.</source>
        <translation>Bij de instellingen trad een onverwachte fout op: {kind}.</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Aanmeldnaam</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Aanmelden nodig</translation>
    </message>
    <message>
        <source>Sign-in to Microsoft Teams</source>
        <translation>Aanmelding bij Microsoft Teams</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Aangemeld</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Afgemeld</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Iemand anders heeft dit intussen gewijzigd.</translation>
    </message>
    <message>
        <source>Start it again to change the setup.</source>
        <translation>Start het opnieuw om de instellingen te wijzigen.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} cannot be reached.</source>
        <translation>De PostgreSQL-database {where} is niet bereikbaar.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not allow this to your database user.</source>
        <translation>De PostgreSQL-database {where} staat dit uw databasegebruiker niet toe.</translation>
    </message>
    <message>
        <source>The PostgreSQL database {where} does not hold the tables of CTI Tray as they should be.</source>
        <translation>De PostgreSQL-database {where} bevat niet de juiste tabellen van CTI Tray.</translation>
    </message>
    <message>
        <source>The driver for PostgreSQL is not installed.</source>
        <translation>Het stuurprogramma voor PostgreSQL is niet geïnstalleerd.</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>Het bestand is groter dan {size} MB.</translation>
    </message>
    <message>
        <source>The licence has 1 seat, and {wanted} would be needed.</source>
        <translation>De licentie heeft 1 plaats, en er zouden er {wanted} nodig zijn.</translation>
    </message>
    <message>
        <source>The licence has {total} seats, and {wanted} would be needed.</source>
        <translation>De licentie heeft {total} plaatsen, en er zouden er {wanted} nodig zijn.</translation>
    </message>
    <message>
        <source>The licence of CTI Tray has expired; its last day was {day}.</source>
        <translation>De licentie van CTI Tray is verlopen; de laatste dag was {day}.</translation>
    </message>
    <message>
        <source>The licence of CTI Tray is: {state}. Setup can be read but not changed.</source>
        <translation>De licentie van CTI Tray is: {state}. Instellingen kunnen worden gelezen, maar niet gewijzigd.</translation>
    </message>
    <message>
        <source>The next start begins with a new one.</source>
        <translation>De volgende start begint met een nieuw bestand.</translation>
    </message>
    <message>
        <source>The setup file {file} cannot be used: {reason}.</source>
        <translation>Het setup-bestand {file} kan niet worden gebruikt: {reason}.</translation>
    </message>
    <message>
        <source>The setup file {file} is damaged and cannot be moved away: {reason}.</source>
        <translation>Het setup-bestand {file} is beschadigd en kan niet worden verplaatst: {reason}.</translation>
    </message>
    <message>
        <source>The setup file {file} is damaged. It was kept as {name}.</source>
        <translation>Het setup-bestand {file} is beschadigd. Het is bewaard als {name}.</translation>
    </message>
    <message>
        <source>The setup file {where} cannot be used: {error}.</source>
        <translation>Het setup-bestand {where} kan niet worden gebruikt: {error}.</translation>
    </message>
    <message>
        <source>The setup file {where} is in use by another program.</source>
        <translation>Het setup-bestand {where} is in gebruik bij een ander programma.</translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read.</source>
        <translation>De instellingen in {where} kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>The setup in {where} cannot be read: {detail}.</source>
        <translation>De instellingen in {where} kunnen niet worden gelezen: {detail}.</translation>
    </message>
    <message>
        <source>The setup in {where} does not say of which version it is (table {table}).</source>
        <translation>De instellingen in {where} zeggen niet van welke versie ze zijn (tabel {table}).</translation>
    </message>
    <message>
        <source>The setup in {where} is of a newer version of CTI Tray (format {version}, newest known is {newest}).</source>
        <translation>De instellingen in {where} zijn van een nieuwere versie van CTI Tray (indeling {version}, de nieuwste bekende is {newest}).</translation>
    </message>
    <message>
        <source>The setup in {where} was changed at the same moment.</source>
        <translation>De instellingen in {where} zijn op hetzelfde moment gewijzigd.</translation>
    </message>
    <message>
        <source>The setup store cannot be reached. Setup from {0} ago; it can only be read.</source>
        <translation>De opslag van de instellingen is niet bereikbaar. Instellingen van {0} geleden; ze zijn alleen te lezen.</translation>
    </message>
    <message>
        <source>The setup store cannot be reached. Shown are the values built in.</source>
        <translation>De opslag van de instellingen is niet bereikbaar. U ziet de ingebouwde waarden.</translation>
    </message>
    <message>
        <source>The trial of CTI Tray has ended; its last day was {day}.</source>
        <translation>De proefperiode van CTI Tray is voorbij; de laatste dag was {day}.</translation>
    </message>
    <message>
        <source>There is no user with the number {number}; they may have been removed.</source>
        <translation>Er is geen gebruiker met het nummer {number}; misschien is die verwijderd.</translation>
    </message>
    <message>
        <source>This is you. Afterwards only another administrator can let you in here again.</source>
        <translation>Dit bent u zelf. Daarna kan alleen een andere beheerder u hier weer toelaten.</translation>
    </message>
    <message>
        <source>This user is not known in the setup store any more.</source>
        <translation>Deze gebruiker is niet meer bekend in de opslag van de instellingen.</translation>
    </message>
    <message>
        <source>This user was removed meanwhile.</source>
        <translation>Deze gebruiker is intussen verwijderd.</translation>
    </message>
    <message>
        <source>Token expires</source>
        <translation>Token verloopt</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Proefversie</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Update CTI Tray on this computer; nothing was changed.</source>
        <translation>Werk CTI Tray op deze computer bij; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Windows account</source>
        <translation>Windows-account</translation>
    </message>
    <message>
        <source>Windows does not say under which account CTI Tray runs.</source>
        <translation>Windows meldt niet onder welk account CTI Tray draait.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>holds none of {names}</source>
        <translation>bevat geen van {names}</translation>
    </message>
    <message>
        <source>is empty, and so is the sign-in</source>
        <translation>is leeg, en de aanmelding ook</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>is twee keer opgegeven</translation>
    </message>
    <message>
        <source>is no entry of the audit trail</source>
        <translation>is geen regel van het wijzigingslogboek</translation>
    </message>
    <message>
        <source>is none that the store gave</source>
        <translation>komt niet uit de opslag</translation>
    </message>
    <message>
        <source>its only row is missing</source>
        <translation>de enige rij ontbreekt</translation>
    </message>
    <message>
        <source>must be written as module.NAME=VALUE or user.NAME=VALUE</source>
        <translation>moet worden geschreven als module.NAME=VALUE of user.NAME=VALUE</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>store.url is not an address of a PostgreSQL database.</source>
        <translation>store.url is geen adres van een PostgreSQL-database.</translation>
    </message>
    <message>
        <source>store.url: this version cannot keep its setup in Business Central.</source>
        <translation>store.url: deze versie kan haar instellingen niet in Business Central bewaren.</translation>
    </message>
    <message>
        <source>that of user {number} is missing</source>
        <translation>die van gebruiker {number} ontbreekt</translation>
    </message>
    <message>
        <source>the last day was {day}</source>
        <translation>de laatste dag was {day}</translation>
    </message>
    <message>
        <source>there is no licence</source>
        <translation>er is geen licentie</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>deze computer</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>geldig</translation>
    </message>
    <message>
        <source>valid for trying out until {day}</source>
        <translation>geldig om uit te proberen tot en met {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>geldig tot en met {day}</translation>
    </message>
    <message>
        <source>{0}, loaded {1} ago</source>
        <translation>{0}, {1} geleden geladen</translation>
    </message>
    <message>
        <source>{call} (interaction template code)</source>
        <translation>{call} (interactiesjablooncode)</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
        <source>{file} has more than {most} users.</source>
        <translation>{file} heeft meer dan {most} gebruikers.</translation>
    </message>
    <message>
        <source>{file} has no column account or email.</source>
        <translation>{file} heeft geen kolom account of email.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB.</source>
        <translation>{file} is groter dan {most} MB.</translation>
    </message>
    <message>
        <source>{file} is not a table: a cell of line {line} is too long.</source>
        <translation>{file} is geen tabel: een cel op regel {line} is te lang.</translation>
    </message>
    <message>
        <source>{file} is not a table: the quotation marks of line {line} do not match.</source>
        <translation>{file} is geen tabel: de aanhalingstekens op regel {line} kloppen niet.</translation>
    </message>
    <message>
        <source>{file} is not a text.</source>
        <translation>{file} is geen tekst.</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}.</source>
        <translation>{file}: kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
        <source>{licence}, until {day}</source>
        <translation>{licence}, tot en met {day}</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MB.</source>
        <translation>{name} is groter dan {size} MB.</translation>
    </message>
    <message>
        <source>{name} is not a UTF-8 text.</source>
        <translation>{name} is geen UTF-8-tekst.</translation>
    </message>
    <message>
        <source>{name} is the last licensed administrator and keeps role and licence.</source>
        <translation>{name} is de laatste beheerder met licentie en houdt rol en licentie.</translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation>{name} op {host}</translation>
    </message>
    <message>
        <source>{name}: {state}</source>
        <translation>{name}: {state}</translation>
    </message>
    <message>
        <source>{record} was changed meanwhile.</source>
        <translation>{record}: intussen gewijzigd.</translation>
    </message>
    <message>
        <source>{record} was changed meanwhile: {changes}.</source>
        <translation>{record}: intussen gewijzigd. {changes}.</translation>
    </message>
    <message>
        <source>{text} is known already</source>
        <translation>{text} is al bekend</translation>
    </message>
    <message>
        <source>{user} stands in the file already</source>
        <translation>{user} staat al in het bestand</translation>
    </message>
    <message>
        <source>{who} changed {field} from {old} to {new}.</source>
        <translation>{who} wijzigde {field} van {old} in {new}.</translation>
    </message>
    <message>
        <source>{why} Setup can only be read until an administrator enters a licence in the module setup, tab Licence.</source>
        <translation>{why} Instellingen zijn alleen te lezen totdat een beheerder een licentie invoert in de module-instellingen, tabblad Licentie.</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Niet opslaan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Saved. It holds from the next call on.</source>
        <translation>Opgeslagen. Het geldt vanaf de volgende oproep.</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Opslaan...</translation>
    </message>
    <message>
        <source>Use their values</source>
        <translation>Hun waarden gebruiken</translation>
    </message>
    <message>
        <source>{0} Your own changes are still here: save again to put them in force.</source>
        <translation>{0} Uw eigen wijzigingen staan er nog: sla opnieuw op om ze te laten gelden.</translation>
    </message>
</context>
<context>
    <name>SheetWindow</name>
    <message>
        <source>Enter a licence</source>
        <translation>Licentie invoeren</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Ask your administrator to enter it in config.toml.</source>
        <translation>Vraag uw beheerder dit in te vullen in config.toml.</translation>
    </message>
    <message>
        <source>Ask your administrator; nothing was sent to it.</source>
        <translation>Vraag het uw beheerder; er is niets heen gestuurd.</translation>
    </message>
    <message>
        <source>CTI Tray goes on.</source>
        <translation>CTI Tray gaat verder.</translation>
    </message>
    <message>
        <source>CTI Tray is not registered with Microsoft yet: sign_in.client_id is empty.</source>
        <translation>CTI Tray is nog niet bij Microsoft geregistreerd: sign_in.client_id is leeg.</translation>
    </message>
    <message>
        <source>CTI Tray looks for the sign-in that it kept.</source>
        <translation>CTI Tray zoekt de aanmelding die het heeft bewaard.</translation>
    </message>
    <message>
        <source>CTI Tray says why. You can close this page.</source>
        <translation>CTI Tray zegt waarom. U kunt deze pagina sluiten.</translation>
    </message>
    <message>
        <source>CTI Tray stays signed in on this computer, also after a new start.</source>
        <translation>CTI Tray blijft op deze computer aangemeld, ook na een nieuwe start.</translation>
    </message>
    <message>
        <source>CTI Tray then shows when you are in a Teams call, finds callers among your Outlook contacts, and works in Business Central in your name, where your organisation uses it. Caller cards open without it too.</source>
        <translation>CTI Tray toont dan wanneer u in een Teams-gesprek bent, vindt bellers onder uw Outlook-contacten en werkt in Business Central op uw naam, waar uw organisatie dat gebruikt. Bellerkaarten openen ook zonder aanmelding.</translation>
    </message>
    <message>
        <source>Calls still come up.</source>
        <translation>Oproepen verschijnen nog steeds.</translation>
    </message>
    <message>
        <source>Calls still come up. Sign in again from the menu of the icon.</source>
        <translation>Oproepen verschijnen nog steeds. Meld u opnieuw aan via het menu van het pictogram.</translation>
    </message>
    <message>
        <source>Finish in your browser</source>
        <translation>Ga verder in uw browser</translation>
    </message>
    <message>
        <source>If it stays so, ask your administrator.</source>
        <translation>Vraag het uw beheerder als het zo blijft.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Er kon geen browser worden geopend.</translation>
    </message>
    <message>
        <source>Nobody entered the code in time.</source>
        <translation>Niemand heeft de code op tijd ingevoerd.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Niet aangemeld</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Een ogenblik</translation>
    </message>
    <message>
        <source>Open this page on any device and enter the code. This window goes on by itself.</source>
        <translation>Open deze pagina op een apparaat naar keuze en voer de code in. Dit venster gaat vanzelf verder.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Meld u opnieuw aan.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened there. This window goes on by itself.</source>
        <translation>Meld u aan op de pagina die daar is geopend. Dit venster gaat vanzelf verder.</translation>
    </message>
    <message>
        <source>Sign in to Microsoft</source>
        <translation>Aanmelden bij Microsoft</translation>
    </message>
    <message>
        <source>Sign in with a code</source>
        <translation>Aanmelden met een code</translation>
    </message>
    <message>
        <source>Sign in with a code.</source>
        <translation>Meld u aan met een code.</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Aanmelden mislukt</translation>
    </message>
    <message>
        <source>Sign-in is not set up</source>
        <translation>Aanmelden is niet ingesteld</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Aanmelden nodig</translation>
    </message>
    <message>
        <source>Sign-in to Microsoft</source>
        <translation>Aanmelding bij Microsoft</translation>
    </message>
    <message>
        <source>Signed in as before</source>
        <translation>Aangemeld zoals eerst</translation>
    </message>
    <message>
        <source>Signing in met an error that nobody expected: {kind}.</source>
        <translation>Bij het aanmelden trad een fout op die niemand verwachtte: {kind}.</translation>
    </message>
    <message>
        <source>The browser brought no answer.</source>
        <translation>De browser bracht geen antwoord.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this computer.</source>
        <translation>Deze computer vertrouwt het certificaat van {host} niet.</translation>
    </message>
    <message>
        <source>The credential store of this computer is locked.</source>
        <translation>De wachtwoordopslag van deze computer is vergrendeld.</translation>
    </message>
    <message>
        <source>The file {file} belongs to another user or computer.</source>
        <translation>Het bestand {file} hoort bij een andere gebruiker of computer.</translation>
    </message>
    <message>
        <source>The file {file} cannot be removed: {reason}.</source>
        <translation>Het bestand {file} kan niet worden verwijderd: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation>Het bestand {file} is beschadigd.</translation>
    </message>
    <message>
        <source>The identity provider cannot answer at the moment.</source>
        <translation>De identiteitsprovider kan op dit moment niet antwoorden.</translation>
    </message>
    <message>
        <source>The identity provider cannot be used: {reason}</source>
        <translation>De identiteitsprovider kan niet worden gebruikt: {reason}</translation>
    </message>
    <message>
        <source>The identity provider does not renew the sign-in ({kind}).</source>
        <translation>De identiteitsprovider vernieuwt de aanmelding niet ({kind}).</translation>
    </message>
    <message>
        <source>The identity provider gave an answer that cannot be used ({kind}).</source>
        <translation>De identiteitsprovider gaf een antwoord dat niet bruikbaar is ({kind}).</translation>
    </message>
    <message>
        <source>The identity provider names an address that is not https: {address}.</source>
        <translation>De identiteitsprovider noemt een adres zonder https: {address}.</translation>
    </message>
    <message>
        <source>The identity provider refused the sign-in ({kind}).</source>
        <translation>De identiteitsprovider heeft de aanmelding geweigerd ({kind}).</translation>
    </message>
    <message>
        <source>The issuer that the identity provider names does not belong to sign_in.authority.</source>
        <translation>De uitgever die de identiteitsprovider noemt, hoort niet bij sign_in.authority.</translation>
    </message>
    <message>
        <source>The key to the sign-in is no longer in the credential store.</source>
        <translation>De sleutel van de aanmelding staat niet meer in de wachtwoordopslag.</translation>
    </message>
    <message>
        <source>The sign-in is in use by another program.</source>
        <translation>De aanmelding is in gebruik door een ander programma.</translation>
    </message>
    <message>
        <source>The sign-in service is being asked.</source>
        <translation>De aanmelddienst wordt gevraagd.</translation>
    </message>
    <message>
        <source>The sign-in to Microsoft has ended.</source>
        <translation>De aanmelding bij Microsoft is verlopen.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Het aanmelden is geannuleerd.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Het aanmelden is in de browser geweigerd.</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>De tijd is om</translation>
    </message>
    <message>
        <source>This computer has no credential store: the sign-in ends with CTI Tray.</source>
        <translation>Deze computer heeft geen wachtwoordopslag: de aanmelding eindigt met CTI Tray.</translation>
    </message>
    <message>
        <source>Try again, or sign in with a code.</source>
        <translation>Probeer het opnieuw, of meld u aan met een code.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask your administrator.</source>
        <translation>Probeer het opnieuw; blijft het zo, vraag dan uw beheerder.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Ontgrendel die en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>You are not signed in to Microsoft.</source>
        <translation>U bent niet aangemeld bij Microsoft.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>U bent niet aangemeld.</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>U bent aangemeld</translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation>U kunt deze pagina sluiten.</translation>
    </message>
    <message>
        <source>sign_in.authority must be an https address, such as {example}.</source>
        <translation>sign_in.authority moet een https-adres zijn, zoals {example}.</translation>
    </message>
    <message>
        <source>{host} cannot answer at the moment ({status}).</source>
        <translation>{host} kan op dit moment niet antwoorden ({status}).</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>{host} is niet bereikbaar.</translation>
    </message>
    <message>
        <source>{host} does not say who signed in.</source>
        <translation>{host} zegt niet wie zich heeft aangemeld.</translation>
    </message>
    <message>
        <source>{host} is not asked over https.</source>
        <translation>{host} wordt niet via https gevraagd.</translation>
    </message>
    <message>
        <source>{host} sent far too much.</source>
        <translation>{host} heeft veel te veel gestuurd.</translation>
    </message>
    <message>
        <source>{host} takes too long to answer.</source>
        <translation>{host} doet te lang over een antwoord.</translation>
    </message>
    <message>
        <source>{permission} is not allowed yet.</source>
        <translation>{permission} is nog niet toegestaan.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Being read</source>
        <translation>Wordt gelezen</translation>
    </message>
    <message>
        <source>Calls in Teams</source>
        <translation>Oproepen in Teams</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>In het adresboek</translation>
    </message>
    <message>
        <source>Lets CTI Tray act for the user for about an hour.</source>
        <translation>Laat CTI Tray ongeveer een uur namens de gebruiker handelen.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Niet toegestaan</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Nog niet bekend</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Niet gelezen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Outlook contacts</source>
        <translation>Outlook-contacten</translation>
    </message>
    <message>
        <source>Renewed by itself before then.</source>
        <translation>Wordt voor die tijd vanzelf vernieuwd.</translation>
    </message>
    <message>
        <source>Renews the access token without asking again.</source>
        <translation>Vernieuwt het toegangstoken zonder opnieuw te vragen.</translation>
    </message>
    <message>
        <source>Shown by the icon</source>
        <translation>Te zien aan het pictogram</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Opnieuw aanmelden</translation>
    </message>
    <message>
        <source>Sign in again to allow it; your administrator may have to allow it first.</source>
        <translation>Meld u opnieuw aan om het toe te staan; misschien moet uw beheerder het eerst vrijgeven.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Aanmelden nodig</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Aangemeld</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Afgemeld</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>When the user last signed in.</source>
        <translation>Wanneer de gebruiker zich voor het laatst aanmeldde.</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annule&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>Aan&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>Opnieuw aan&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Op&amp;nieuw proberen</translation>
    </message>
    <message>
        <source>&amp;Use another account</source>
        <translation>Ander &amp;account gebruiken</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;luiten</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>A&amp;fmelden</translation>
    </message>
    <message>
        <source>Sign in to Microsoft</source>
        <translation>Aanmelden bij Microsoft</translation>
    </message>
    <message>
        <source>Use a co&amp;de instead</source>
        <translation>Een co&amp;de gebruiken</translation>
    </message>
    <message>
        <source>Use the &amp;browser instead</source>
        <translation>De &amp;browser gebruiken</translation>
    </message>
</context>
<context>
    <name>TeamsBox</name>
    <message>
        <source>Connected with Teams, but not paired.</source>
        <translation>Met Teams verbonden, maar niet gekoppeld.</translation>
    </message>
    <message>
        <source>Pair with Tea&amp;ms</source>
        <translation>&amp;Met Teams koppelen</translation>
    </message>
    <message>
        <source>Paired with Teams.</source>
        <translation>Met Teams gekoppeld.</translation>
    </message>
    <message>
        <source>Scree&amp;n pop, for administrators</source>
        <translation>Oproeppagi&amp;na, voor beheerders</translation>
    </message>
    <message>
        <source>Teams asks you now: choose Allow there.</source>
        <translation>Teams vraagt het u nu: kies daar Toestaan.</translation>
    </message>
    <message>
        <source>Teams does not answer.</source>
        <translation>Teams antwoordt niet.</translation>
    </message>
    <message>
        <source>Teams has refused.</source>
        <translation>Teams heeft geweigerd.</translation>
    </message>
    <message>
        <source>Teams is switched off in CTI Tray.</source>
        <translation>Teams is uitgeschakeld in CTI Tray.</translation>
    </message>
    <message>
        <source>Waiting for your next call: choose Allow in Teams then.</source>
        <translation>Wacht op uw volgende gesprek: kies dan in Teams Toestaan.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 uur</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuut</translation>
    </message>
    <message>
        <source>Directory from {0} ago</source>
        <translation>Adresboek is {0} oud</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>minder dan een minuut</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dagen</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} u {1} min</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} uur</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} minuten</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>A row is not complete yet. Correct it to test.</source>
        <translation>Een rij is nog niet volledig. Verbeter haar om te testen.</translation>
    </message>
    <message>
        <source>Enter a number to see what a call from it would find and open with the rows as they stand here. Leave the field empty for a caller who withholds their number.</source>
        <translation>Vul een nummer in om te zien wat een oproep ervan zou vinden en openen met de rijen zoals ze hier staan. Laat het veld leeg voor een beller die zijn nummer verbergt.</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>Telefoonn&amp;ummer</translation>
    </message>
    <message>
        <source>Phone number to test</source>
        <translation>Telefoonnummer om te testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>What each row does</source>
        <translation>Wat elke rij doet</translation>
    </message>
</context>
<context>
    <name>UserActions</name>
    <message>
        <source>&amp;Open setup card</source>
        <translation>Gebruikerskaart &amp;openen</translation>
    </message>
    <message>
        <source>&amp;Remove user</source>
        <translation>Gebruiker ver&amp;wijderen</translation>
    </message>
    <message>
        <source>Activate &amp;user</source>
        <translation>Gebruiker &amp;activeren</translation>
    </message>
    <message>
        <source>Deactivate &amp;user</source>
        <translation>Gebruiker &amp;deactiveren</translation>
    </message>
    <message>
        <source>Make &amp;administrator</source>
        <translation>&amp;Beheerder maken</translation>
    </message>
    <message>
        <source>Remove &amp;administrator role</source>
        <translation>&amp;Beheerdersrol intrekken</translation>
    </message>
    <message>
        <source>Select a user first.</source>
        <translation>Selecteer eerst een gebruiker.</translation>
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
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>Microsoft Teams OAuth 2.0</source>
        <translation>Microsoft Teams OAuth 2.0</translation>
    </message>
    <message>
        <source>Remove administrator role</source>
        <translation>Beheerdersrol intrekken</translation>
    </message>
    <message>
        <source>The changes on the setup card of {0} are not saved.</source>
        <translation>De wijzigingen op de gebruikerskaart van {0} zijn niet opgeslagen.</translation>
    </message>
    <message>
        <source>The setup card of {0} cannot be opened. {1}</source>
        <translation>De gebruikerskaart van {0} kan niet worden geopend. {1}</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Gebruikerskaart</translation>
    </message>
    <message>
        <source>User setup card - {0}</source>
        <translation>Gebruikerskaart - {0}</translation>
    </message>
    <message>
        <source>Your setup card cannot be opened. {0}</source>
        <translation>Uw gebruikerskaart kan niet worden geopend. {0}</translation>
    </message>
</context>
<context>
    <name>UserChanges</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annule&amp;ren</translation>
    </message>
    <message>
        <source>Close the re&amp;port</source>
        <translation>Rapport &amp;sluiten</translation>
    </message>
    <message>
        <source>Deacti&amp;vate user</source>
        <translation>Gebruiker deac&amp;tiveren</translation>
    </message>
    <message>
        <source>R&amp;emove administrator role</source>
        <translation>Beheerdersrol in&amp;trekken</translation>
    </message>
    <message>
        <source>Re&amp;move user</source>
        <translation>Gebr&amp;uiker verwijderen</translation>
    </message>
    <message>
        <source>Remove {0} with the setup card? This cannot be taken back.</source>
        <translation>{0} met de gebruikerskaart verwijderen? Dit is niet terug te draaien.</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>O&amp;ngedaan maken</translation>
    </message>
    <message>
        <source>{0} added, {1} known already, {2} left out.</source>
        <translation>{0} toegevoegd, {1} al bekend, {2} weggelaten.</translation>
    </message>
    <message>
        <source>{0} is deactivated. The setup card stays as it is.</source>
        <translation>{0} is gedeactiveerd. De gebruikerskaart blijft zoals zij is.</translation>
    </message>
    <message>
        <source>{0} was removed by somebody else meanwhile.</source>
        <translation>{0} is intussen door iemand anders verwijderd.</translation>
    </message>
</context>
<context>
    <name>UserList</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Currently active</source>
        <translation>Nu actief</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Laatst gezien</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>Gelicentieerd</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Signed in to Teams</source>
        <translation>Aangemeld bij Teams</translation>
    </message>
</context>
<context>
    <name>UserListView</name>
    <message>
        <source>No user matches &quot;{0}&quot;.</source>
        <translation>Geen gebruiker past bij &quot;{0}&quot;.</translation>
    </message>
</context>
<context>
    <name>UserListWindow</name>
    <message>
        <source>&amp;Business mapping</source>
        <translation>Tabel&amp;koppeling</translation>
    </message>
    <message>
        <source>&amp;Module setup</source>
        <translation>&amp;Module-instellingen</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 gebruiker</translation>
    </message>
    <message>
        <source>Activate &amp;Users</source>
        <translation>&amp;Gebruikers activeren</translation>
    </message>
    <message>
        <source>Audit &amp;trail</source>
        <translation>&amp;Wijzigingslogboek</translation>
    </message>
    <message>
        <source>Connect my &amp;phone</source>
        <translation>Mijn tele&amp;foon verbinden</translation>
    </message>
    <message>
        <source>Licensed users</source>
        <translation>Gelicentieerde gebruikers</translation>
    </message>
    <message>
        <source>M&amp;y setup card</source>
        <translation>M&amp;ijn gebruikerskaart</translation>
    </message>
    <message>
        <source>My setup card</source>
        <translation>Mijn gebruikerskaart</translation>
    </message>
    <message>
        <source>Nobody is licensed yet.</source>
        <translation>Nog niemand heeft een licentie.</translation>
    </message>
    <message>
        <source>Only an administrator can open the setup card of somebody else.</source>
        <translation>Alleen een beheerder kan de gebruikerskaart van een ander openen.</translation>
    </message>
    <message>
        <source>Search by name or account</source>
        <translation>Zoek op naam of account</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>The users are not loaded.</source>
        <translation>De gebruikers zijn niet geladen.</translation>
    </message>
    <message>
        <source>{0} of {1} users</source>
        <translation>{0} van {1} gebruikers</translation>
    </message>
    <message>
        <source>{0} users</source>
        <translation>{0} gebruikers</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>has a brace without its partner</source>
        <translation>heeft een accolade zonder tegenhanger</translation>
    </message>
    <message>
        <source>has an unknown placeholder {unknown}; known are {known}</source>
        <translation>heeft een onbekende plaatsaanduiding {unknown}; bekend zijn {known}</translation>
    </message>
    <message>
        <source>has {count} characters, at most {most} are allowed</source>
        <translation>heeft {count} tekens, toegestaan zijn er hoogstens {most}</translation>
    </message>
    <message>
        <source>has {count} rows, at most {most} are allowed</source>
        <translation>heeft {count} rijen, toegestaan zijn er hoogstens {most}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>is not an address that can be read</source>
        <translation>is geen leesbaar adres</translation>
    </message>
    <message>
        <source>must be &quot;{first}&quot;, &quot;{second}&quot; or an address that begins with &quot;{scheme}://&quot;</source>
        <translation>moet &quot;{first}&quot;, &quot;{second}&quot; of een adres zijn dat begint met &quot;{scheme}://&quot;</translation>
    </message>
    <message>
        <source>must be a country code of two letters such as NL, not {value}</source>
        <translation>moet een landcode van twee letters zijn, zoals NL, niet {value}</translation>
    </message>
    <message>
        <source>must be a date such as 2027-12-31, not {value}</source>
        <translation>moet een datum zijn, zoals 2027-12-31, niet {value}</translation>
    </message>
    <message>
        <source>must be a list of field names</source>
        <translation>moet een lijst met veldnamen zijn</translation>
    </message>
    <message>
        <source>must be a list of rows</source>
        <translation>moet een lijst met rijen zijn</translation>
    </message>
    <message>
        <source>must be a list of texts, not {value}</source>
        <translation>moet een lijst met teksten zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be a sign-in name such as anna@example.com</source>
        <translation>moet een aanmeldnaam zijn, zoals anna@example.com</translation>
    </message>
    <message>
        <source>must be a text, not {value}</source>
        <translation>moet een tekst zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be a time, not {value}</source>
        <translation>moet een tijdstip zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to 9999, not {value}</source>
        <translation>moet een geheel getal van 1 tot en met 9999 zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be a whole number from {lowest} to {highest}, not {value}</source>
        <translation>moet een geheel getal van {lowest} tot en met {highest} zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be a whole number of seconds from 0 to {most}, not {value}</source>
        <translation>moet een geheel aantal seconden van 0 tot en met {most} zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be an address and a port such as &quot;0.0.0.0:8125&quot;, not {value}</source>
        <translation>moet een adres met poort zoals &quot;0.0.0.0:8125&quot; zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be an address with {placeholder} in it, such as &quot;sip:{placeholder}&quot;</source>
        <translation>moet een adres met {placeholder} erin zijn, zoals &quot;sip:{placeholder}&quot;</translation>
    </message>
    <message>
        <source>must be an https address, a Business Central page number, {builtin} or empty</source>
        <translation>moet een https-adres, een paginanummer van Business Central, {builtin} of leeg zijn</translation>
    </message>
    <message>
        <source>must be an https address, not {value}</source>
        <translation>moet een https-adres zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be an object with named values</source>
        <translation>moet een object met benoemde waarden zijn</translation>
    </message>
    <message>
        <source>must be digits, * or #, not {value}</source>
        <translation>moet uit cijfers, * of # bestaan, niet {value}</translation>
    </message>
    <message>
        <source>must be given for a trial</source>
        <translation>moet voor een proefversie worden opgegeven</translation>
    </message>
    <message>
        <source>must be host and port such as &quot;127.0.0.1:4444&quot;, not {value}</source>
        <translation>moet een host en poort zijn, zoals &quot;127.0.0.1:4444&quot;, niet {value}</translation>
    </message>
    <message>
        <source>must be one of {choices}, not {value}</source>
        <translation>moet een van {choices} zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be true or false, not {value}</source>
        <translation>moet true of false zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be yes or no, not {value}</source>
        <translation>moet yes of no zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be {first} or {last}, not {value}</source>
        <translation>moet {first} of {last} zijn, niet {value}</translation>
    </message>
    <message>
        <source>must be {what}, not {value}</source>
        <translation>moet {what} zijn, niet {value}</translation>
    </message>
    <message>
        <source>must list addresses such as &quot;192.168.1.20&quot; or &quot;192.168.1.0/24&quot;, not {value}</source>
        <translation>moet adressen zoals &quot;192.168.1.20&quot; of &quot;192.168.1.0/24&quot; opsommen, niet {value}</translation>
    </message>
    <message>
        <source>must name one plain host, without user name and blanks</source>
        <translation>moet één gewone host noemen, zonder gebruikersnaam en spaties</translation>
    </message>
    <message>
        <source>must name one plain host, without user name or placeholder</source>
        <translation>moet één gewone host noemen, zonder gebruikersnaam of plaatsaanduiding</translation>
    </message>
    <message>
        <source>must not be a script or a file address</source>
        <translation>mag geen script- of bestandsadres zijn</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>mag niet leeg zijn</translation>
    </message>
    <message>
        <source>must not hold blanks, quotes, angle brackets or backslashes</source>
        <translation>mag geen spaties, aanhalingstekens, punthaken of backslashes bevatten</translation>
    </message>
    <message>
        <source>must not hold control characters</source>
        <translation>mag geen besturingstekens bevatten</translation>
    </message>
    <message>
        <source>needs a Windows account or a sign-in name</source>
        <translation>heeft een Windows-account of een aanmeldnaam nodig</translation>
    </message>
    <message>
        <source>unknown key; known are {names}</source>
        <translation>onbekende sleutel; bekend zijn {names}</translation>
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
        <translation>Kaart na {0} s</translation>
    </message>
    <message>
        <source>Card at once</source>
        <translation>Meteen een kaart</translation>
    </message>
    <message>
        <source>No card ({reason})</source>
        <translation>Geen kaart ({reason})</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Anoniem nummer</translation>
    </message>
    <message>
        <source>Too little was kept of this call to play it again</source>
        <translation>Van deze oproep is te weinig bewaard om hem opnieuw af te spelen</translation>
    </message>
    <message>
        <source>With the saved card: {before}</source>
        <translation>Met de opgeslagen kaart: {before}</translation>
    </message>
    <message>
        <source>activity {0}</source>
        <translation>activiteit {0}</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>geen activiteit</translation>
    </message>
    <message>
        <source>no page</source>
        <translation>geen pagina</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>pagina {0}</translation>
    </message>
    <message>
        <source>{0}, closed after {1} s</source>
        <translation>{0}, gesloten na {1} s</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>No calls yet. After the first ones this shows what a change would do.</source>
        <translation>Nog geen oproepen. Na de eerste ziet u hier wat een wijziging zou doen.</translation>
    </message>
    <message>
        <source>The last calls on this computer, as if this card had been in force here.</source>
        <translation>De laatste oproepen op deze computer, alsof deze kaart hier had gegolden.</translation>
    </message>
    <message>
        <source>The last calls on this computer, with the values as they stand here.</source>
        <translation>De laatste oproepen op deze computer, met de waarden zoals ze hier staan.</translation>
    </message>
    <message>
        <source>What would have happened</source>
        <translation>Wat er zou zijn gebeurd</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>A code on both: the one on the user setup card is in force, else that of the module setup.</source>
        <translation>Een code op beide: die van de gebruikerskaart geldt, anders die van de module-instellingen.</translation>
    </message>
    <message>
        <source>Module setup</source>
        <translation>Module-instellingen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>User setup card</source>
        <translation>Gebruikerskaart</translation>
    </message>
    <message>
        <source>Where settings live</source>
        <translation>Waar instellingen staan</translation>
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
        <translation>Gewijzigd</translation>
    </message>
</context>
</TS>
