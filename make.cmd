@echo off
rem The same two verbs for Windows 10/11:  make run   and   make test
setlocal
cd /d "%~dp0"
where py >nul 2>nul && (set "BASE=py -3") || (set "BASE=python")
if "%1"=="run"  goto run
if "%1"=="test" goto test
if "%1"=="bench" goto bench
if "%1"=="tour" goto tour
echo Usage:  make run    opens Balai on a practice village
echo         make test   runs all the tests
exit /b 2
:run
%BASE% scripts\setup.py || exit /b 1
.venv\Scripts\python.exe scripts\run.py
exit /b %errorlevel%
:test
%BASE% scripts\setup.py --tests || exit /b 1
.venv\Scripts\python.exe -m pytest
exit /b %errorlevel%
:bench
%BASE% scripts\setup.py || exit /b 1
.venv\Scripts\python.exe -m tests.benchmarks
exit /b %errorlevel%
:tour
%BASE% scripts\setup.py || exit /b 1
.venv\Scripts\python.exe scripts\tour.py
exit /b %errorlevel%
