/* SPDX-License-Identifier: MIT */
/* Sources: Microsoft's API documentation ("DLL" row of each function's requirements), the API set naming rule (api-ms-win-*,
 * ext-ms-*), and the files that CPython's installer and the Visual C++ redistributable carry. */
#include "abi/windows.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "abi/pylib.h"

/* Sorted; as offsets into one text there is nothing to relocate. */
static const char system_dlls[][32] = {
    "aclui.dll", "activeds.dll", "adsldpc.dll", "advapi32.dll", "advpack.dll", "amsi.dll", "apphelp.dll",
    "appxdeploymentclient.dll", "atl.dll", "authz.dll", "avicap32.dll", "avifil32.dll", "avrt.dll", "bcp47langs.dll",
    "bcrypt.dll", "bcryptprimitives.dll", "bluetoothapis.dll", "bthprops.cpl", "cabinet.dll", "certcli.dll",
    "cfgmgr32.dll", "chakra.dll", "cldapi.dll", "clfsw32.dll", "clusapi.dll", "combase.dll", "comctl32.dll",
    "comdlg32.dll", "comsvcs.dll", "coremessaging.dll", "coreuicomponents.dll", "credui.dll", "crypt32.dll",
    "cryptbase.dll", "cryptdll.dll", "cryptext.dll", "cryptnet.dll", "cryptsp.dll", "cryptui.dll", "cryptxml.dll",
    "cscapi.dll", "d2d1.dll", "d3d10.dll", "d3d10_1.dll", "d3d10core.dll", "d3d10warp.dll", "d3d11.dll", "d3d12.dll",
    "d3d8.dll", "d3d9.dll", "d3dcompiler_47.dll", "dbgeng.dll", "dbghelp.dll", "dcomp.dll", "ddraw.dll", "devobj.dll",
    "dhcpcsvc.dll", "dhcpcsvc6.dll", "difxapi.dll", "dinput.dll", "dinput8.dll", "directml.dll",
    "dmprocessxmlfiltered.dll", "dnsapi.dll", "dpapi.dll", "drt.dll", "dsound.dll", "dsparse.dll", "dsrole.dll",
    "dssenh.dll", "dwmapi.dll", "dwrite.dll", "dxcore.dll", "dxgi.dll", "dxva2.dll", "eappcfg.dll", "eappprxy.dll",
    "efswrt.dll", "elscore.dll", "esent.dll", "evr.dll", "faultrep.dll", "feclient.dll", "fltlib.dll", "fontsub.dll",
    "framedynos.dll", "fwpuclnt.dll", "gdi32.dll", "gdi32full.dll", "gdiplus.dll", "glu32.dll", "gpapi.dll",
    "hal.dll", "hid.dll", "hlink.dll", "httpapi.dll", "icm32.dll", "icmp.dll", "icu.dll", "icuin.dll", "icuuc.dll",
    "iertutil.dll", "imagehlp.dll", "imgutil.dll", "imm32.dll", "inetcomm.dll", "infocardapi.dll", "inkobjcore.dll",
    "input.dll", "inputhost.dll", "iphlpapi.dll", "ipsecsnp.dll", "kernel32.dll", "kernelbase.dll", "ksuser.dll",
    "ktmw32.dll", "loadperf.dll", "logoncli.dll", "lz32.dll", "magnification.dll", "mapi32.dll", "mf.dll",
    "mfcore.dll", "mfplat.dll", "mfplay.dll", "mfreadwrite.dll", "mfsrcsnk.dll", "mgmtapi.dll", "mlang.dll",
    "mmdevapi.dll", "mpr.dll", "mprapi.dll", "mqrt.dll", "msacm32.dll", "mscms.dll", "mscoree.dll", "msctf.dll",
    "msctfmonitor.dll", "msdelta.dll", "msdmo.dll", "msdrm.dll", "msfeeds.dll", "msftedit.dll", "mshtml.dll",
    "msi.dll", "msimg32.dll", "mskeyprotect.dll", "mspatcha.dll", "msports.dll", "msrating.dll", "mssip32.dll",
    "msvcp60.dll", "msvcrt.dll", "msvfw32.dll", "mswsock.dll", "msxml3.dll", "msxml6.dll", "mtxdm.dll", "muiload.dll",
    "ncrypt.dll", "ncryptprov.dll", "nddeapi.dll", "ndfapi.dll", "ndproxystub.dll", "netapi32.dll", "netutils.dll",
    "newdev.dll", "nlaapi.dll", "normaliz.dll", "nsi.dll", "ntasn1.dll", "ntdll.dll", "ntdsapi.dll", "ntlanman.dll",
    "ntmarta.dll", "ntoskrnl.dll", "ntshrui.dll", "odbc32.dll", "odbc64.dll", "odbccp32.dll", "ole32.dll",
    "oleacc.dll", "oleaut32.dll", "oledlg.dll", "olepro32.dll", "opengl32.dll", "p2p.dll", "p2pgraph.dll",
    "pathcch.dll", "pdh.dll", "photometadatahandler.dll", "powrprof.dll", "prntvpt.dll", "profapi.dll", "propsys.dll",
    "psapi.dll", "puiapi.dll", "query.dll", "qwave.dll", "rasapi32.dll", "rasdlg.dll", "rasman.dll", "resutils.dll",
    "riched20.dll", "riched32.dll", "rpcns4.dll", "rpcrt4.dll", "rstrtmgr.dll", "rtm.dll", "rtutils.dll",
    "rtworkq.dll", "samcli.dll", "samlib.dll", "sas.dll", "scarddlg.dll", "schannel.dll", "schedcli.dll",
    "scrobj.dll", "secur32.dll", "security.dll", "sensapi.dll", "sensorsapi.dll", "setupapi.dll", "sfc.dll",
    "sfc_os.dll", "shcore.dll", "shdocvw.dll", "shell32.dll", "shfolder.dll", "shlwapi.dll", "slc.dll", "slcext.dll",
    "slwga.dll", "snmpapi.dll", "softpub.dll", "srpapi.dll", "srvcli.dll", "sspicli.dll", "sti.dll", "sxs.dll",
    "t2embed.dll", "tapi32.dll", "tbs.dll", "tdh.dll", "traffic.dll", "twinapi.dll", "txfw32.dll", "ucrtbase.dll",
    "uianimation.dll", "uiautomationcore.dll", "uiribbon.dll", "updatepolicy.dll", "url.dll", "urlmon.dll",
    "user32.dll", "userenv.dll", "usp10.dll", "uxtheme.dll", "vcruntime140_clr0400.dll", "version.dll",
    "virtdisk.dll", "vssapi.dll", "vsstrace.dll", "wdsclientapi.dll", "webservices.dll", "websocket.dll",
    "wecapi.dll", "wer.dll", "werui.dll", "wevtapi.dll", "wiaservc.dll", "wimgapi.dll", "winbio.dll",
    "windows.data.pdf.dll", "windows.ui.dll", "windowscodecs.dll", "windowscodecsext.dll", "winfax.dll",
    "winhttp.dll", "wininet.dll", "winmm.dll", "winrnr.dll", "winscard.dll", "winspool.drv", "winsqlite3.dll",
    "winsta.dll", "wintrust.dll", "winusb.dll", "wkscli.dll", "wlanapi.dll", "wlanui.dll", "wldap32.dll", "wldp.dll",
    "wmi.dll", "wmiutils.dll", "wmvcore.dll", "wnvapi.dll", "wofutil.dll", "wow64.dll", "wpcapi.dll", "ws2_32.dll",
    "ws2help.dll", "wscapi.dll", "wscinterop.dll", "wsdapi.dll", "wsmsvc.dll", "wsnmp32.dll", "wsock32.dll",
    "wtsapi32.dll", "xaudio2_8.dll", "xaudio2_9.dll", "xinput1_3.dll", "xinput1_4.dll", "xinput9_1_0.dll",
    "xinputuap.dll", "xmllite.dll", "xolehlp.dll", "xpsprint.dll",
};

static const char cpython_dlls[][20] = {"vcruntime140.dll", "vcruntime140_1.dll"};

static const char *const redist[] = {"msvcp", "vcruntime", "concrt", "vcomp", "vcamp", "vccorlib", "mfc", "msvcr", "atl1"};

a3_dll_origin a3_dll_origin_of(const char *name)
{
    if (strncasecmp(name, "api-ms-", 7) == 0 || strncasecmp(name, "ext-ms-", 7) == 0)
        return A3_DLL_SYSTEM;
    size_t low = 0, high = sizeof system_dlls / sizeof *system_dlls;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcasecmp(name, system_dlls[middle]);
        if (order == 0)
            return A3_DLL_SYSTEM;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    for (size_t i = 0; i < sizeof cpython_dlls / sizeof *cpython_dlls; i++)
        if (strcasecmp(name, cpython_dlls[i]) == 0)
            return A3_DLL_CPYTHON;
    a3_pylib lib;
    if ((a3_pylib_parse(name, &lib) && lib.dll) || strncasecmp(name, "libpypy3", strlen("libpypy3")) == 0)
        return A3_DLL_CPYTHON;
    for (size_t i = 0; i < sizeof redist / sizeof *redist; i++)
        if (strncasecmp(name, redist[i], strlen(redist[i])) == 0)
            return A3_DLL_REDIST;
    return A3_DLL_UNKNOWN;
}
