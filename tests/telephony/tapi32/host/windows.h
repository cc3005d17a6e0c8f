/* The few Windows types that tapi.h needs, so that the real header compiles with the compiler of the host. */
#ifndef HOST_WINDOWS_H
#define HOST_WINDOWS_H

#include <stdint.h>

#define __LONG32 int
#define __MSABI_LONG(x) x
#define __C89_NAMELESS __extension__
#define __MINGW_NAME_AW(name) name##W
#define CALLBACK
#define WINAPI
#define WM_USER 0x0400
#define CONST const

typedef uint8_t BYTE;
typedef uint16_t WORD;
typedef uint32_t DWORD;
typedef int32_t LONG;
typedef int WINBOOL;
typedef uintptr_t DWORD_PTR, WPARAM;
typedef double DATE;
typedef void *HANDLE, *HICON, *HWND, *HINSTANCE, *LPVOID;
typedef DWORD *LPDWORD;
typedef HANDLE *LPHANDLE;
typedef char *LPSTR;
typedef const char *LPCSTR;
typedef uint16_t WCHAR, *LPWSTR;
typedef const uint16_t *LPCWSTR;

typedef union {
    int64_t int64;
} CURRENCY;

typedef struct {
    WORD wYear, wMonth, wDayOfWeek, wDay, wHour, wMinute, wSecond, wMilliseconds;
} SYSTEMTIME;

#endif
