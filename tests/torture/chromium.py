"""A browser without a window, told what to do over its own pipe (Chrome DevTools Protocol); nothing but Python and Chromium is needed."""
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find():
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def moved(end):
    """The same end of a pipe under a number above ten."""
    try:
        return fcntl.fcntl(end, fcntl.F_DUPFD, 10)
    finally:
        os.close(end)


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        there_in, here_out = os.pipe()
        here_in, there_out = os.pipe()
        # The browser reads its orders from 3 and answers on 4; until then its ends lie out of the way of these numbers.
        there_in, there_out = (moved(end) for end in (there_in, there_out))
        command = [find(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                   "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank"]
        wrapped = ["bash", "-c", f'exec 3<&{there_in} 4>&{there_out} {there_in}<&- {there_out}>&-; exec "$@"', "bash", *command]
        self.process = subprocess.Popen(wrapped, pass_fds=(there_in, there_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, "HOME": self.profile})
        os.close(there_in)
        os.close(there_out)
        self.out, self.into = here_out, here_in
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def next(self):
        while b"\0" not in self.rest:
            part = os.read(self.into, 1 << 16)
            if not part:
                raise RuntimeError("the browser ended")
            self.rest += part
        one, self.rest = self.rest.split(b"\0", 1)
        message = json.loads(one)
        if "method" in message:
            self.events.append(message)
            if message["method"] == "Page.javascriptDialogOpening":
                # It would stand for ever; the answer comes with the next one.
                self.number += 1
                os.write(self.out, json.dumps({"id": self.number, "method": "Page.handleJavaScriptDialog", "params": {"accept": False}, "sessionId": self.session}).encode() + b"\0")
        return message

    def open(self, address):
        """Loads a page whole; the events of that."""
        self.events = []
        self.ask("Page.navigate", url=address)
        end = time.monotonic() + 20
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.next()
            if time.monotonic() > end:
                raise RuntimeError(f"{address} does not load")
        return self.events

    def run(self, script):
        """What a script says that is run in the page."""
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
