"""with_lasso.py FOLDER SECONDS: checks the response again and again, and prints checks per second of processor time."""
import os
import sys
import time

try:
    import lasso
except ImportError:
    sys.exit("lasso is missing: apt-get install python3-lasso")

folder, seconds = sys.argv[1], float(sys.argv[2])


def read(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


server = lasso.Server.newFromBuffers(read("sp.xml"), read("sp.key"))
server.addProviderFromBuffer(lasso.PROVIDER_ROLE_IDP, read("idp.xml"))
response = read("response.txt")
audience = read("names.txt").split("\n")[0]


def check():
    login = lasso.Login(server)
    login.processAuthnResponseMsg(response)
    if login.assertion.validateConditions(audience) != lasso.SAML2_ASSERTION_VALID:
        raise RuntimeError("conditions not met")
    if login.nameIdentifier.content != "user-1":
        raise RuntimeError("another name came out")


for _ in range(50):
    check()
before, start, count = time.process_time(), time.monotonic(), 0
while time.monotonic() - start < seconds:
    check()
    count += 1
print(count / (time.process_time() - before))
