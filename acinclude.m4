# A3_LAZY_LIBRARY(NAME, PREFIX, PKG-CONFIG-SPEC, FUNCTION)
# lib$NAME, needed by few inputs and slow to load: opened at the first need under the name that a program linked with it
# asks the loader for (--with-NAME=dlopen, the default), or linked (--with-NAME=link: static programs). Defines
# A3_PREFIX_SONAME or A3_PREFIX_LINKED and substitutes PREFIX_CFLAGS and PREFIX_LINK.
AC_DEFUN([A3_LAZY_LIBRARY], [
AC_ARG_WITH([$1], [AS_HELP_STRING([--with-$1=dlopen|link], [load lib$1 at the first need (default), or link it])],
    [], [with_$1=dlopen])
AS_CASE([$with_$1], [dlopen|link], [], [yes], [with_$1=dlopen], [AC_MSG_ERROR([--with-$1 takes dlopen or link])])
PKG_CHECK_MODULES([$2], [$3])
AS_IF([test "$with_$1" = dlopen], [
    AC_CACHE_CHECK([what lib$1 is loaded as], [a3_cv_soname_$1], [
        a3_save_LIBS=$LIBS
        LIBS="$$2_LIBS $LIBS"
        AC_LINK_IFELSE([AC_LANG_PROGRAM([[#ifdef __cplusplus
extern "C"
#endif
char $4(void);]], [[return $4() != 0;]])],
            [a3_cv_soname_$1=`(readelf -d conftest$EXEEXT || objdump -p conftest$EXEEXT || otool -L conftest$EXEEXT) 2>/dev/null |
                tr '@<:@@:>@ \t' '\n\n\n\n' | grep 'lib$1@<:@.-@:>@' | head -n 1`])
        LIBS=$a3_save_LIBS
    ])
    AS_IF([test -n "$a3_cv_soname_$1"], [], [AC_MSG_ERROR([lib$1 is no shared library here: use --with-$1=link])])
    AC_DEFINE_UNQUOTED([A3_$2_SONAME], ["$a3_cv_soname_$1"], [lib$1 is loaded under this name at the first need])
    $2_LINK=
], [
    AC_DEFINE([A3_$2_LINKED], [1], [lib$1 is linked])
    $2_LINK=$$2_LIBS
])
AC_SUBST([$2_LINK])
])
