"""Runs a command on a pseudo-terminal and answers it.

usage: terminal.py COLUMNS SCRIPT COMMAND...
SCRIPT is a JSON list of [wait for this text, then type this text]. Prints what the terminal showed,
says when what is typed would not be shown any more, and ends with the command's exit code.
"""
import fcntl, json, os, pty, select, signal, struct, sys, termios, time

columns, script, command = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    # A background job ignores Ctrl-C, and so would what it starts.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
shown = b""
searched = 0
deadline = time.time() + 60
while time.time() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.1)
    if ready:
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        if not data:
            break
        shown += data
    if script:
        found = shown.find(script[0][0].encode(), searched)
        if found >= 0:
            searched = found + len(script[0][0])
            # The prompt is shown just before the echo is switched off.
            time.sleep(0.3)
            os.write(terminal, script[0][1].encode())
            script.pop(0)
else:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
try:
    if not termios.tcgetattr(terminal)[3] & termios.ECHO:
        shown += b"\n[echo was left off]\n"
except termios.error:
    pass
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
