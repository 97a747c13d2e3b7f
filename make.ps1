# The targets of the Makefile for Windows:  .\make.ps1 run   .\make.ps1 test
# Needs Python 3.11 to 3.14; if scripts are forbidden:
#   powershell -ExecutionPolicy Bypass -File make.ps1 run
param(
    [ValidateSet("setup", "run", "test", "check-quick", "format", "bench", "pictures", "camera",
        "build", "bundle", "clean")]
    [string]$Target = "run"
)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
$Python = ".venv\Scripts\python.exe"

function Invoke-Step {
    param([string]$Program, [string[]]$Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Install-Everything {
    if (-not (Test-Path $Python)) {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            Invoke-Step "py" @("-3", "-m", "venv", ".venv")
        } else {
            Invoke-Step "python" @("-m", "venv", ".venv")
        }
    }
    $Stamp = ".venv\setup-stamp"
    $Hashes = Get-FileHash requirements-dev.txt, pyproject.toml | ForEach-Object { $_.Hash }
    $Wanted = (@($PSScriptRoot) + $Hashes) -join " "
    if ((Test-Path $Stamp) -and ((Get-Content $Stamp) -eq $Wanted)) { return }
    Write-Host "setup: installing the pinned packages (about 200 MB at the first time)"
    $Quiet = @("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    Invoke-Step $Python ($Quiet + @("--no-deps", "--require-hashes", "-r", "requirements-dev.txt"))
    Invoke-Step $Python ($Quiet + @("--no-deps", "--no-build-isolation", "--editable", "."))
    Set-Content $Stamp $Wanted
}

function New-Demonstration {
    param([string]$Folder)
    if (Test-Path "$Folder\ready") { return }
    # Without that mark an earlier attempt was interrupted: nobody has worked in it.
    if (Test-Path $Folder) { Remove-Item -Recurse -Force $Folder }
    New-Item -ItemType Directory -Force $Folder | Out-Null
    Invoke-Step ".venv\Scripts\kepatuhan.exe" @("demo",
        "--home", "$Folder\home", "--out", "$Folder\out")
    New-Item -ItemType File "$Folder\ready" | Out-Null
}

function Invoke-Checks {
    param([string]$Selection)
    Invoke-Step $Python @("-m", "ruff", "format", "--check", ".")
    Invoke-Step $Python @("-m", "ruff", "check", ".")
    Invoke-Step $Python @("-m", "mypy")
    Invoke-Step ".venv\Scripts\lint-imports.exe" @()
    if ($Selection) {
        Invoke-Step $Python @("-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", $Selection)
    } else {
        Invoke-Step $Python @("-m", "pytest", "-n", "2", "--dist", "worksteal")
    }
}

if ($Target -ne "clean") { Install-Everything }
switch ($Target) {
    "run" {
        New-Demonstration "build\demo"
        Invoke-Step ".venv\Scripts\kepatuhan-desktop.exe" @("--home", "build\demo\home")
    }
    "test" { Invoke-Checks "" }
    "check-quick" { Invoke-Checks "not slow and not shipping" }
    "format" {
        Invoke-Step $Python @("-m", "ruff", "format", ".")
        Invoke-Step $Python @("-m", "ruff", "check", "--fix", ".")
    }
    "bench" { Invoke-Step $Python @("-m", "tests.benchmarks") }
    "pictures" {
        New-Demonstration "build\pictures"
        $env:QT_QPA_PLATFORM = "offscreen"
        Invoke-Step $Python @("-m", "kepatuhan_desktop.gui.pictures",
            "--home", "build\pictures\home", "--out", "build\pictures")
    }
    "camera" {
        Invoke-Step $Python @("-m", "pip", "install", "--quiet", "--no-deps",
            "--require-hashes", "-r", "requirements-camera.txt")
    }
    "build" { Invoke-Step $Python @("-m", "build", "--no-isolation") }
    "bundle" { Invoke-Step $Python @("-m", "PyInstaller", "--noconfirm", "build.spec") }
    "clean" {
        foreach ($Name in "build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache",
            ".import_linter_cache", ".hypothesis", ".coverage") {
            if (Test-Path $Name) { Remove-Item -Recurse -Force $Name }
        }
    }
}
