@echo off
rem Starts Turnwise. Builds it first if that was not done yet or its sources changed; later starts need no Maven.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "TARGET=%HOME_DIR%\target"
set "STAMP=%TARGET%\.turnwise-built"

call :find_jdk
if not defined JDK (
  echo turnwise: install a JDK 25 or later ^(for example Temurin, https://adoptium.net^) and set JAVA_HOME to it; none was found 1>&2
  exit /b 1
)

call :up_to_date
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b 1
)

rem JavaFX goes on the module path, everything else on the class path. Of each JavaFX library only the jar for Windows has classes in it.
for /f "usebackq delims=" %%a in (`powershell -NoProfile -Command "(Get-ChildItem -LiteralPath '%TARGET%\lib' -Filter 'javafx-*-win*.jar').FullName -join ';'"`) do set "MODULES=%%a"
for /f "usebackq delims=" %%a in (`powershell -NoProfile -Command "@((Get-ChildItem -LiteralPath '%TARGET%' -Filter 'turnwise-*.jar').FullName) + @((Get-ChildItem -LiteralPath '%TARGET%\lib' -Filter '*.jar').FullName -notmatch '\\javafx-') -join [char]10 | Set-Content -NoNewline -LiteralPath '%TARGET%\.turnwise-jars'; 'written'"`) do set "WRITTEN=%%a"
rem The class path is longer than a command line may be, so it goes into an argument file.
powershell -NoProfile -Command "$jars = (Get-Content -LiteralPath '%TARGET%\.turnwise-jars') -join ';'; $line = '-cp ' + [char]34 + $jars.Replace('\','\\') + [char]34; [IO.File]::WriteAllText('%TARGET%\.turnwise-arguments', $line)"

rem The window is one of many on a laptop: left to itself, Java would take a quarter of the machine before it tidies up. Commands may have that. What the
rem window is measured with is what it runs with.
set "MEMORY="
call :limit_memory %*

"%JDK%\bin\java.exe" %MEMORY% %TURNWISE_JAVA_OPTIONS% --module-path "%MODULES%" --add-modules javafx.controls,javafx.fxml ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dturnwise.install=%HOME_DIR%" -Dfile.encoding=UTF-8 ^
  "@%TARGET%\.turnwise-arguments" org.turnwise.app.Main %*
exit /b %errorlevel%

:limit_memory
if "%~1"=="-w" goto :skip_two
if "%~1"=="--workspace" goto :skip_two
if "%~1"=="" set "MEMORY=-Xmx1200m -XX:MaxNewSize=128m"
if "%~1"=="benchmark" set "MEMORY=-Xmx1200m -XX:MaxNewSize=128m"
exit /b 0
:skip_two
shift /1
shift /1
goto :limit_memory

:find_jdk
set "JDK="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
if defined JDK exit /b 0
for /f "delims=" %%j in ('where java 2^>nul') do call :try_java "%%j"
for %%r in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~r" for /d %%d in ("%%~r\*") do call :try_jdk "%%~d"
)
exit /b 0

:try_java
for %%b in ("%~dp1..") do call :try_jdk "%%~fb"
exit /b 0

rem The `release` file of a JDK says which version it is.
:try_jdk
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=." %%m in ("%%~v") do if %%m GEQ 25 set "JDK=%~1"
)
exit /b 0

rem The stamp is as old as the start of the build it stands for, and lists what was built.
:up_to_date
if not exist "%STAMP%" exit /b 1
if not exist "%TARGET%\lib" exit /b 1
call :sources compare
exit /b %errorlevel%

:sources
powershell -NoProfile -Command "Set-Location -LiteralPath '%HOME_DIR%'; $files = Get-ChildItem -Recurse -File -Path pom.xml,src\main,fxml,styles -ErrorAction SilentlyContinue; $list = (($files | ForEach-Object FullName | Sort-Object) -join [char]10); if ('%1' -eq 'write') { [IO.File]::WriteAllText('%STAMP%.next', $list); exit 0 }; $built = Get-Item -LiteralPath '%STAMP%'; if ([IO.File]::ReadAllText('%STAMP%') -ne $list) { exit 1 }; if ($files | Where-Object { $_.LastWriteTimeUtc -gt $built.LastWriteTimeUtc }) { exit 1 }; exit 0"
exit /b %errorlevel%

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo turnwise: to build Turnwise, install Apache Maven 3.8 or later ^(https://maven.apache.org^) so that 'mvn' is on the PATH 1>&2
  exit /b 1
)
if not exist "%TARGET%" mkdir "%TARGET%"
echo turnwise: building ^(the first time takes a few minutes, as libraries are fetched^) 1>&2
del /q "%STAMP%" "%TARGET%\turnwise-*.jar" 2>nul
call :sources write
pushd "%HOME_DIR%"
setlocal
set "JAVA_HOME=%JDK%"
call mvn -B -q -DskipTests package > "%TARGET%\turnwise-build.log" 2>&1
set "BUILT=%errorlevel%"
endlocal & set "BUILT=%BUILT%"
popd
if not "%BUILT%"=="0" (
  type "%TARGET%\turnwise-build.log" 1>&2
  echo turnwise: the build failed; what Maven said stands above and in %TARGET%\turnwise-build.log 1>&2
  exit /b 1
)
move /y "%STAMP%.next" "%STAMP%" >nul
exit /b 0
