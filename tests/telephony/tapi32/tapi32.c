/*
 * A tapi32 for tests: it plays what a test tells it and notes what the tray asks of it.
 *
 * Compiled on the host against the real tapi.h. A test tells it things as texts, "verb|key=value|key=value", by
 * tapi32_play, and reads the notes by tapi32_notes; one function a line, such as "lineOpenW 0 2". A note that begins
 * with "wrong" is something that a program must not do.
 */

#define _GNU_SOURCE
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <windows.h>
#include <tapi.h>

#define APP 0x5A01
#define MOST 64
#define TEXT 200

typedef struct {
    DWORD flags;
    char number[TEXT], name[TEXT];
} Party;

typedef struct {
    int used, held;
    DWORD handle, device, id, origin, state, mode, privilege, pad, broken;
    Party caller, called, connected, redirecting;
    char party[TEXT];
} Call;

typedef struct {
    int used;
    DWORD media, permanent, guid, version, negotiate, open, pad, line;
    char name[TEXT], number[TEXT];
} Device;

typedef struct {
    char function[TEXT];
    DWORD code, times;
} Failure;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t news;
static Device devices[MOST];
static Call calls[MOST];
static Failure failures[MOST];
static LINEMESSAGE messages[4096];
static unsigned first, last;
static int running, opened;
static DWORD requests = 100, made_call, made_request;
static LPHCALL made_where;
static char dialled[TEXT];
static char *notes;
static size_t noted;

static void note(const char *format, ...) {
    char line[600];
    va_list arguments;
    va_start(arguments, format);
    size_t length = (size_t)vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length > sizeof line - 2)
        length = sizeof line - 2;
    line[length++] = '\n';
    notes = realloc(notes, noted + length + 1);
    memcpy(notes + noted, line, length);
    noted += length;
    notes[noted] = 0;
}

/* What a function shall return instead of doing its work; 0 where it shall do it. */
static LONG failing(const char *function) {
    for (Failure *each = failures; each < failures + MOST; each++)
        if (each->times && !strcmp(each->function, function)) {
            each->times--;
            return (LONG)each->code;
        }
    return 0;
}

#define BEGIN(name)                          \
    pthread_mutex_lock(&lock);               \
    LONG result = failing(name);             \
    if (result) {                            \
        note("%s fails", name);              \
        pthread_mutex_unlock(&lock);         \
        return result;                       \
    }
#define END(value)                           \
    do {                                     \
        result = (LONG)(value);              \
        pthread_mutex_unlock(&lock);         \
        return result;                       \
    } while (0)

static Call *call_of(DWORD handle) {
    for (Call *each = calls; each < calls + MOST; each++)
        if (each->used && each->handle == handle)
            return each;
    return NULL;
}

static Device *device_of(DWORD line) {
    for (Device *each = devices; each < devices + MOST; each++)
        if (each->used && line && each->line == line)
            return each;
    return NULL;
}

/* A text behind the fixed part. Sizes and offsets stay 0 where it does not fit; `used` grows in any case. */
static void put(void *structure, DWORD total, DWORD *used, const char *text, DWORD *size, DWORD *offset) {
    if (!*text)
        return;
    DWORD length = 0;
    WCHAR wide[TEXT];
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        DWORD point = *at;
        if (point >= 0xE0 && at[1] && at[2])
            point = (point & 15) << 12 | (at[1] & 63u) << 6 | (at[2] & 63u), at += 2;
        else if (point >= 0xC0 && at[1])
            point = (point & 31) << 6 | (at[1] & 63u), at += 1;
        wide[length++] = (WCHAR)point;
    }
    wide[length++] = 0;
    DWORD bytes = length * 2, start = *used;
    *used += bytes;
    if (*used > total)
        return;
    memcpy((char *)structure + start, wide, bytes);
    *size = bytes;
    *offset = start;
}

static void narrow(LPCWSTR wide, char *text) {
    int length = 0;
    for (; wide && *wide && length < TEXT - 1; wide++)
        text[length++] = *wide < 128 ? (char)*wide : '?';
    text[length] = 0;
}

static int too_small(DWORD total, DWORD least, const char *function) {
    if (total >= least)
        return 0;
    note("wrong: %s with a structure of %u bytes", function, total);
    return 1;
}

/* ---- what the tray calls ---- */

LONG WINAPI lineInitializeExW(LPHLINEAPP app, HINSTANCE instance, LINECALLBACK callback, LPCWSTR name, LPDWORD count,
                              LPDWORD version, LPLINEINITIALIZEEXPARAMS params) {
    BEGIN("lineInitializeExW");
    char program[TEXT];
    narrow(name, program);
    if (running)
        note("wrong: initialised twice");
    if (callback || instance || params->dwOptions != LINEINITIALIZEEXOPTION_USEEVENT)
        note("wrong: not by event");
    if (*version < 0x00020000)
        note("wrong: version %08x", *version);
    if (too_small(params->dwTotalSize, sizeof *params, "lineInitializeExW"))
        END(LINEERR_STRUCTURETOOSMALL);
    note("lineInitializeExW %s", program);
    if (failing("mute")) /* as the tapi32 of Wine does it */
        END(0);
    running = 1;
    *app = APP;
    *count = 0;
    for (int id = 0; id < MOST; id++)
        if (devices[id].used)
            *count = (DWORD)id + 1;
    params->Handles.hEvent = (HANDLE)0x77;
    END(0);
}

/* The handles of a line, or with 0 of all, mean nothing any more; those that a program closes over are its leak. */
static void void_calls(DWORD line, int leak) {
    Device *device = device_of(line);
    for (Call *each = calls; each < calls + MOST; each++)
        if (each->used && each->held && (!line || (device && each->device == (DWORD)(device - devices)))) {
            if (leak)
                note("left %u", each->handle);
            each->held = 0;
        }
}

LONG WINAPI lineShutdown(HLINEAPP app) {
    BEGIN("lineShutdown");
    if (!running || app != APP)
        END(LINEERR_INVALAPPHANDLE);
    void_calls(0, 1);
    for (Device *each = devices; each < devices + MOST; each++) {
        if (each->line)
            note("wrong: line %u was not closed", (DWORD)(each - devices));
        each->line = 0;
    }
    running = 0;
    first = last = 0;
    note("lineShutdown");
    END(0);
}

LONG WINAPI lineNegotiateAPIVersion(HLINEAPP app, DWORD id, DWORD low, DWORD high, LPDWORD version,
                                    LPLINEEXTENSIONID extension) {
    BEGIN("lineNegotiateAPIVersion");
    if (app != APP || id >= MOST || !devices[id].used)
        END(LINEERR_BADDEVICEID);
    if (devices[id].negotiate)
        END(devices[id].negotiate);
    memset(extension, 0, sizeof *extension);
    *version = devices[id].version < high ? devices[id].version : high;
    END(*version < low ? LINEERR_INCOMPATIBLEAPIVERSION : 0);
}

LONG WINAPI lineGetDevCapsW(HLINEAPP app, DWORD id, DWORD version, DWORD extension, LPLINEDEVCAPS caps) {
    BEGIN("lineGetDevCapsW");
    (void)extension;
    if (app != APP || id >= MOST || !devices[id].used)
        END(LINEERR_BADDEVICEID);
    DWORD total = caps->dwTotalSize;
    if (too_small(total, sizeof *caps, "lineGetDevCapsW"))
        END(LINEERR_STRUCTURETOOSMALL);
    memset((char *)caps + 4, 0, total - 4);
    Device *device = devices + id;
    int guids = version >= 0x00020002;
    DWORD used = guids ? (DWORD)sizeof *caps : (DWORD)offsetof(LINEDEVCAPS, PermanentLineGuid);
    used += device->pad;
    put(caps, total, &used, device->name, &caps->dwLineNameSize, &caps->dwLineNameOffset);
    caps->dwPermanentLineID = device->permanent;
    caps->dwMediaModes = device->media;
    caps->dwNumAddresses = 1;
    if (guids && device->guid)
        caps->PermanentLineGuid.Data1 = device->guid;
    caps->dwNeededSize = used;
    caps->dwUsedSize = used < total ? used : total;
    END(0);
}

LONG WINAPI lineGetAddressCapsW(HLINEAPP app, DWORD id, DWORD address, DWORD version, DWORD extension,
                                LPLINEADDRESSCAPS caps) {
    BEGIN("lineGetAddressCapsW");
    (void)version, (void)extension;
    if (app != APP || id >= MOST || address)
        END(LINEERR_INVALADDRESSID);
    DWORD total = caps->dwTotalSize, used = sizeof *caps;
    if (too_small(total, used, "lineGetAddressCapsW"))
        END(LINEERR_STRUCTURETOOSMALL);
    put(caps, total, &used, devices[id].number, &caps->dwAddressSize, &caps->dwAddressOffset);
    caps->dwNeededSize = caps->dwUsedSize = used;
    END(0);
}

LONG WINAPI lineOpenW(HLINEAPP app, DWORD id, LPHLINE line, DWORD version, DWORD extension, DWORD_PTR instance,
                      DWORD privileges, DWORD media, LPLINECALLPARAMS const params) {
    BEGIN("lineOpenW");
    (void)extension, (void)instance, (void)params;
    if (app != APP || id >= MOST || !devices[id].used)
        END(LINEERR_BADDEVICEID);
    if (devices[id].open) {
        note("lineOpenW %u fails", id);
        END(devices[id].open);
    }
    if (privileges & LINECALLPRIVILEGE_OWNER)
        note("wrong: opened as owner of media %u", media);
    if (devices[id].line)
        note("wrong: opened twice");
    devices[id].line = *line = 0x1000u + 0x100u * (DWORD)opened++ + id;
    note("lineOpenW %u %u version %x", id, privileges, version);
    END(0);
}

LONG WINAPI lineClose(HLINE line) {
    BEGIN("lineClose");
    Device *device = device_of(line);
    if (!device)
        END(LINEERR_INVALLINEHANDLE);
    void_calls(line, 1);
    device->line = 0;
    note("lineClose %u", (DWORD)(device - devices));
    END(0);
}

/* Messages that have an effect have it when they are taken, as with the real one. */
static void taken(const LINEMESSAGE *message) {
    if (message->dwMessageID == LINE_APPNEWCALL) {
        Call *call = call_of((DWORD)message->dwParam2);
        if (call)
            call->held = 1;
    }
    if (message->dwMessageID == LINE_CALLSTATE) {
        Call *call = call_of(message->hDevice);
        if (call)
            call->state = (DWORD)message->dwParam1, call->mode = (DWORD)message->dwParam2;
    }
    if (message->dwMessageID == LINE_REPLY && made_where && message->dwParam1 == made_request) {
        if (!message->dwParam2) {
            *made_where = made_call;
            Call *call = call_of(made_call);
            if (call)
                call->held = 1, call->privilege = LINECALLPRIVILEGE_OWNER;
        }
        made_where = NULL;
    }
    Device *device = message->dwMessageID == LINE_CLOSE ? device_of(message->hDevice) : NULL;
    if (device) {
        void_calls(device->line, 0);
        device->line = 0;
    }
}

LONG WINAPI lineGetMessage(HLINEAPP app, LPLINEMESSAGE message, DWORD wait) {
    BEGIN("lineGetMessage");
    if (app != APP || !running)
        END(LINEERR_INVALAPPHANDLE);
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += (long)(wait % 1000) * 1000000;
    until.tv_sec += wait / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    while (first == last) {
        result = failing("lineGetMessage");
        if (result)
            END(result);
        if (pthread_cond_timedwait(&news, &lock, &until))
            END(LINEERR_OPERATIONFAILED);
    }
    *message = messages[first++ % 4096];
    taken(message);
    END(0);
}

LONG WINAPI lineGetNewCalls(HLINE line, DWORD address, DWORD select, LPLINECALLLIST list) {
    BEGIN("lineGetNewCalls");
    Device *device = device_of(line);
    if (!device || select != LINECALLSELECT_LINE || address)
        END(LINEERR_INVALLINEHANDLE);
    DWORD handles[MOST], count = 0, total = list->dwTotalSize;
    for (Call *each = calls; each < calls + MOST; each++)
        if (each->used && !each->held && each->state > LINECALLSTATE_IDLE && each->device == (DWORD)(device - devices))
            handles[count++] = each->handle;
    list->dwNeededSize = (DWORD)sizeof *list + count * 4 + devices[0].pad;
    if (total < list->dwNeededSize)
        END(0);
    memcpy(list + 1, handles, count * 4);
    for (DWORD each = 0; each < count; each++)
        call_of(handles[each])->held = 1;
    list->dwUsedSize = list->dwNeededSize;
    list->dwCallsNumEntries = count;
    list->dwCallsSize = count * 4;
    list->dwCallsOffset = sizeof *list;
    END(0);
}

static void put_party(LPLINECALLINFO info, DWORD total, DWORD *used, const Party *party, DWORD *flags) {
    flags[0] = party->flags;
    put(info, total, used, party->number, flags + 1, flags + 2);
    put(info, total, used, party->name, flags + 3, flags + 4);
}

LONG WINAPI lineGetCallInfoW(HCALL handle, LPLINECALLINFO info) {
    BEGIN("lineGetCallInfoW");
    Call *call = call_of(handle);
    if (!call || !call->held)
        END(LINEERR_INVALCALLHANDLE);
    DWORD total = info->dwTotalSize, used = sizeof *info + call->pad;
    if (too_small(total, sizeof *info, "lineGetCallInfoW"))
        END(LINEERR_STRUCTURETOOSMALL);
    memset((char *)info + 4, 0, sizeof *info - 4);
    info->hLine = devices[call->device].line;
    info->dwLineDeviceID = call->device;
    info->dwCallID = call->id;
    info->dwOrigin = call->origin;
    put_party(info, total, &used, &call->caller, &info->dwCallerIDFlags);
    put_party(info, total, &used, &call->called, &info->dwCalledIDFlags);
    put_party(info, total, &used, &call->connected, &info->dwConnectedIDFlags);
    put_party(info, total, &used, &call->redirecting, &info->dwRedirectingIDFlags);
    put(info, total, &used, call->party, &info->dwCalledPartySize, &info->dwCalledPartyOffset);
    info->dwNeededSize = used;
    info->dwUsedSize = used < total ? used : total;
    switch (call->broken) {
    case 1: info->dwCallerIDOffset = total + 100; break;
    case 2: info->dwCallerIDSize = 0xFFFFFFF0; break;
    case 3: info->dwCallerIDOffset = 0; break;
    case 4: info->dwCallerIDOffset = 0xFFFFFFFE; break;
    case 5: info->dwNeededSize = 0xFFFFFFFF; break;
    case 6: info->dwUsedSize = 0xFFFFFFFF, info->dwCallerIDSize = total; break;
    }
    END(0);
}

LONG WINAPI lineGetCallStatus(HCALL handle, LPLINECALLSTATUS status) {
    BEGIN("lineGetCallStatus");
    Call *call = call_of(handle);
    if (!call || !call->held)
        END(LINEERR_INVALCALLHANDLE);
    if (too_small(status->dwTotalSize, sizeof *status, "lineGetCallStatus"))
        END(LINEERR_STRUCTURETOOSMALL);
    status->dwNeededSize = status->dwUsedSize = sizeof *status;
    status->dwCallState = call->state;
    status->dwCallStateMode = call->mode;
    status->dwCallPrivilege = call->privilege;
    END(0);
}

LONG WINAPI lineDeallocateCall(HCALL handle) {
    BEGIN("lineDeallocateCall");
    Call *call = call_of(handle);
    if (!call || !call->held) {
        note("free %u again", handle);
        END(LINEERR_INVALCALLHANDLE);
    }
    if (call->privilege == LINECALLPRIVILEGE_OWNER && call->state != LINECALLSTATE_IDLE) {
        note("wrong: free %u of a sole owner", handle);
        END(LINEERR_INVALCALLSTATE);
    }
    call->held = 0;
    note("free %u", handle);
    END(0);
}

LONG WINAPI lineSetCallPrivilege(HCALL handle, DWORD privilege) {
    BEGIN("lineSetCallPrivilege");
    Call *call = call_of(handle);
    if (!call || !call->held)
        END(LINEERR_INVALCALLHANDLE);
    call->privilege = privilege;
    note("privilege %u %u", handle, privilege);
    END(0);
}

LONG WINAPI lineTranslateAddressW(HLINEAPP app, DWORD id, DWORD version, LPCWSTR address, DWORD card, DWORD options,
                                  LPLINETRANSLATEOUTPUT output) {
    BEGIN("lineTranslateAddressW");
    (void)version, (void)card, (void)options, (void)id;
    char text[TEXT];
    narrow(address, text);
    note("translate %s", text);
    if (app != APP || !*dialled)
        END(LINEERR_INIFILECORRUPT);
    DWORD used = sizeof *output;
    put(output, output->dwTotalSize, &used, dialled, &output->dwDialableStringSize, &output->dwDialableStringOffset);
    output->dwNeededSize = output->dwUsedSize = used;
    END(0);
}

LONG WINAPI lineMakeCallW(HLINE line, LPHCALL where, LPCWSTR address, DWORD country, LPLINECALLPARAMS const params) {
    BEGIN("lineMakeCallW");
    char text[TEXT];
    narrow(address, text);
    Device *device = device_of(line);
    if (!device)
        END(LINEERR_INVALLINEHANDLE);
    if (country || params)
        note("wrong: country or parameters");
    made_where = where;
    made_request = ++requests;
    note("makecall %u %s request %u", (DWORD)(device - devices), text, made_request);
    END(made_request);
}

static LONG command(HCALL handle, const char *function) {
    BEGIN(function);
    Call *call = call_of(handle);
    if (!call || !call->held)
        END(LINEERR_INVALCALLHANDLE);
    if (call->privilege != LINECALLPRIVILEGE_OWNER)
        END(LINEERR_NOTOWNER);
    note("%s %u request %u", function, handle, ++requests);
    END(requests);
}

LONG WINAPI lineAnswer(HCALL call, LPCSTR info, DWORD size) {
    (void)info, (void)size;
    return command(call, "lineAnswer");
}

LONG WINAPI lineDrop(HCALL call, LPCSTR info, DWORD size) {
    (void)info, (void)size;
    return command(call, "lineDrop");
}

LONG WINAPI lineHold(HCALL call) { return command(call, "lineHold"); }

LONG WINAPI lineUnhold(HCALL call) { return command(call, "lineUnhold"); }

/* ---- what a test calls ---- */

static const char *value(const char *told, const char *key) {
    static __thread char found[TEXT];
    size_t length = strlen(key);
    for (const char *at = told; (at = strchr(at, '|')); at++)
        if (!strncmp(at + 1, key, length) && at[1 + length] == '=') {
            const char *from = at + 2 + length, *to = strchrnul(from, '|');
            size_t size = (size_t)(to - from) < TEXT - 1 ? (size_t)(to - from) : TEXT - 1;
            memcpy(found, from, size);
            found[size] = 0;
            return found;
        }
    return NULL;
}

static void number(const char *told, const char *key, DWORD *where) {
    const char *text = value(told, key);
    if (text)
        *where = (DWORD)strtoul(text, NULL, 0);
}

static void words(const char *told, const char *key, char *where) {
    const char *text = value(told, key);
    if (text)
        strcpy(where, text);
}

static void party(const char *told, const char *key, Party *where) {
    char name[TEXT];
    snprintf(name, TEXT, "%sflags", key);
    number(told, name, &where->flags);
    words(told, key, where->number);
    snprintf(name, TEXT, "%sname", key);
    words(told, name, where->name);
}

static void tell_device(const char *told) {
    DWORD id = 0, gone = 0;
    number(told, "id", &id);
    Device *device = devices + id % MOST;
    if (!device->used)
        device->media = LINEMEDIAMODE_INTERACTIVEVOICE, device->version = 0x00020002;
    device->used = 1;
    number(told, "media", &device->media);
    number(told, "permanent", &device->permanent);
    number(told, "guid", &device->guid);
    number(told, "version", &device->version);
    number(told, "negotiate", &device->negotiate);
    number(told, "open", &device->open);
    number(told, "pad", &device->pad);
    words(told, "name", device->name);
    words(told, "number", device->number);
    number(told, "gone", &gone);
    if (gone)
        memset(device, 0, sizeof *device);
}

static void tell_call(const char *told) {
    DWORD handle = 0, gone = 0;
    number(told, "handle", &handle);
    Call *call = call_of(handle);
    for (Call *each = calls; !call && each < calls + MOST; each++)
        if (!each->used) {
            memset(each, 0, sizeof *each);
            each->used = 1;
            each->handle = handle;
            each->privilege = LINECALLPRIVILEGE_MONITOR;
            call = each;
        }
    if (!call)
        abort();
    number(told, "device", &call->device);
    number(told, "id", &call->id);
    number(told, "origin", &call->origin);
    number(told, "state", &call->state);
    number(told, "mode", &call->mode);
    number(told, "pad", &call->pad);
    number(told, "broken", &call->broken);
    party(told, "caller", &call->caller);
    party(told, "called", &call->called);
    party(told, "connected", &call->connected);
    party(told, "redirecting", &call->redirecting);
    words(told, "party", call->party);
    DWORD held = (DWORD)call->held;
    number(told, "held", &held);
    call->held = (int)held;
    number(told, "gone", &gone);
    if (gone)
        call->used = 0;
}

static void tell_message(const char *told) {
    DWORD device = 0, line = MOST, id = 0, p1 = 0, p2 = 0, p3 = 0;
    number(told, "device", &device);
    number(told, "line", &line);
    number(told, "id", &id);
    number(told, "p1", &p1);
    number(told, "p2", &p2);
    number(told, "p3", &p3);
    LINEMESSAGE *message = messages + last++ % 4096;
    message->hDevice = line < MOST ? devices[line].line : device;
    message->dwMessageID = id;
    message->dwParam1 = p1;
    /* The real one widens the LONG of an outcome with its sign. */
    message->dwParam2 = id == LINE_REPLY ? (DWORD_PTR)(intptr_t)(LONG)p2 : p2;
    message->dwParam3 = p3;
    pthread_cond_broadcast(&news);
}

static void tell_failure(const char *told) {
    Failure *failure = NULL;
    const char *function = value(told, "function");
    for (Failure *each = failures; function && each < failures + MOST; each++) {
        if (!strcmp(each->function, function)) {
            failure = each;
            break;
        }
        if (!failure && !each->times)
            failure = each;
    }
    if (!failure)
        abort();
    strcpy(failure->function, function);
    failure->times = 1;
    number(told, "times", &failure->times);
    number(told, "code", &failure->code);
    pthread_cond_broadcast(&news);
}

__attribute__((constructor)) static void begin(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&news, &attributes);
}

void tapi32_play(const char *told) {
    pthread_mutex_lock(&lock);
    if (!strncmp(told, "device|", 7))
        tell_device(told);
    else if (!strncmp(told, "call|", 5))
        tell_call(told);
    else if (!strncmp(told, "message|", 8))
        tell_message(told);
    else if (!strncmp(told, "fail|", 5))
        tell_failure(told);
    else if (!strncmp(told, "dial|", 5))
        number(told, "handle", &made_call), words(told, "as", dialled);
    else
        abort();
    pthread_mutex_unlock(&lock);
}

/* A copy that belongs to the caller for as long as the process runs. */
const char *tapi32_notes(void) {
    pthread_mutex_lock(&lock);
    const char *copy = notes ? strdup(notes) : "";
    pthread_mutex_unlock(&lock);
    return copy;
}
