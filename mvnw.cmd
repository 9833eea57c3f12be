@echo off
rem The counterpart of mvnw for Windows; what it does and why is explained there.
rem
rem PowerShell, the one of Windows itself, does the work in the second half of this file: it prints the path of the
rem Maven to run and nothing else, or explains on stderr why there is none. Maven itself is started from here, as
rem the last thing and without "call", so that its arguments are not expanded twice and its exit code is ours.
setlocal
set "MVNW_FILE=%~f0"
set "MVNW_MAVEN="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "$t = [IO.File]::ReadAllText($env:MVNW_FILE); & ([ScriptBlock]::Create($t.Substring($t.LastIndexOf('#:PowerShell'))))"`) do set "MVNW_MAVEN=%%m"
if not defined MVNW_MAVEN exit /b 1
"%MVNW_MAVEN%" %*

#:PowerShell
$ErrorActionPreference = 'Stop'
# Started from PowerShell 7, Windows PowerShell inherits a module path that it cannot use.
$env:PSModulePath = "$PSHOME\Modules"
# The progress bar slows a download down many times over; and old defaults leave out TLS 1.2.
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol =
    [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

function Say($message) { [Console]::Error.WriteLine("mvnw: $message") }
function Die($message) { Say $message; exit 1 }

$properties = Join-Path (Split-Path $env:MVNW_FILE) '.mvn\maven.properties'
$pins = ConvertFrom-StringData ([IO.File]::ReadAllText($properties))
foreach ($key in 'mavenVersion', 'sha512Zip', 'minimumVersion', 'minimumJava') {
    if (-not $pins[$key]) { Die "there is no $key in $properties" }
}

# "--version" goes to stdout, unlike "-version", but only since Java 9: older ones complain and leave this empty.
$java = 'java'
if ($env:JAVA_HOME) { $java = Join-Path $env:JAVA_HOME 'bin\java.exe' }
try { $found = "$(& $java --version)" } catch { $found = '' }
if (-not ($found -match '^\S+ (\d+)' -and [int]$Matches[1] -ge [int]$pins.minimumJava)) {
    Die ("a JDK $($pins.minimumJava) or newer is needed, but '$java' is older or missing. " +
        'Install one, or set JAVA_HOME to it.')
}

$name = "apache-maven-$($pins.mavenVersion)"
$archive = 'https://archive.apache.org/dist/maven/maven-3'
if ($env:MVNW_REPOURL) { $archive = $env:MVNW_REPOURL.TrimEnd('/') }
$url = "$archive/$($pins.mavenVersion)/binaries/$name-bin.zip"
$base = Join-Path $env:USERPROFILE '.m2'
if ($env:MAVEN_USER_HOME) { $base = $env:MAVEN_USER_HOME }
$store = Join-Path $base 'ordertrail-maven'
$target = Join-Path $store $name
$maven = Join-Path $target 'bin\mvn.cmd'
$unreachable = Join-Path $store 'unreachable'
$installed = (Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1).Path

function GaveUp {
    $mark = Get-Item $unreachable -ErrorAction SilentlyContinue
    $installed -and $mark -and $mark.LastWriteTime -gt (Get-Date).AddMinutes(-30) -and
        [IO.File]::ReadAllText($unreachable) -eq $url
}

function FallBack($reason) {
    $has = ''
    if ($installed -and "$(& $installed -v)" -match 'Apache Maven (\d+\.\d+\.\d+)') { $has = $Matches[1] }
    if (-not $has -or [version]$has -lt [version]$pins.minimumVersion) {
        Die ("the Apache archive cannot be reached: $reason. Nor is there an installed Maven " +
            "$($pins.minimumVersion) or newer (mvn.cmd on the PATH: '$installed' $has). Install one, " +
            "or set MVNW_REPOURL to a mirror that has $($pins.mavenVersion)/binaries/$name-bin.zip.")
    }
    Say "the Apache archive cannot be reached; using the installed Maven $has at $installed"
    return $installed
}

function Install {
    $new = Join-Path $store ".new-$([Guid]::NewGuid())"
    $zip = Join-Path $new 'maven.zip'
    New-Item -ItemType Directory -Force $new | Out-Null
    try {
        try { Invoke-WebRequest -UseBasicParsing -TimeoutSec 10 -Uri $url -OutFile $zip }
        catch {
            $instead = FallBack $_.Exception.Message
            [IO.File]::WriteAllText($unreachable, $url)
            return $instead
        }
        $actual = (Get-FileHash -Algorithm SHA512 $zip).Hash
        if ($actual -ne $pins.sha512Zip) {
            Die ("$url is not the file it should be, so it was thrown away. " +
                "SHA-512 expected: $($pins.sha512Zip), found: $actual")
        }
        Expand-Archive $zip $new
        # Move is all or nothing, and refuses if another build was first, whose Maven is as good as ours.
        try { [IO.Directory]::Move((Join-Path $new $name), $target) }
        catch { if (-not (Test-Path $maven)) { Die "cannot put Maven in ${target}: $($_.Exception.Message)" } }
        return $maven
    }
    finally { Remove-Item -Recurse -Force $new -ErrorAction SilentlyContinue }
}

if (-not (Test-Path $maven)) {
    if (GaveUp) { $maven = FallBack 'it did not answer a moment ago' } else { $maven = Install }
}
# Not through the pipeline, which would wrap a long path at the width of the window.
[Console]::Out.WriteLine($maven)
