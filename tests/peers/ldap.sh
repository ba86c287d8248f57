#!/usr/bin/env bash
# OpenLDAP: PEER_PORT speaks LDAP and StartTLS, PEER_PORT2 LDAPS. The folder must hold ca.crt, server.crt and server.key.
# People user001..user020 (password pw-user001..), one with a name full of special characters, and one without a password;
# groups within groups, two that hold each other, and 450 teams. Reader: cn=reader,ou=services,dc=acme,dc=test, password reader-pw.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
export PATH="$PATH:/usr/sbin"
need slapd ldapmodify
cd "$PEER_DIR" || exit 1
mkdir db
base=dc=acme,dc=test
cat >slapd.conf <<C
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/nis.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile $PEER_DIR/pid
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload memberof
TLSCACertificateFile $PEER_DIR/ca.crt
TLSCertificateFile $PEER_DIR/server.crt
TLSCertificateKeyFile $PEER_DIR/server.key
TLSVerifyClient never
database mdb
suffix "$base"
rootdn "cn=admin,$base"
rootpw admin-pw
directory $PEER_DIR/db
maxsize 67108864
envflags nosync
index objectClass,entryUUID,uid,mail,member,memberOf eq
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=reader,ou=services,$base" read by dn.exact="cn=blind,ou=services,$base" none by users read by anonymous auth
# More than 100 entries come only page by page.
limits dn.exact="cn=reader,ou=services,$base" size.soft=100 size.hard=100 size.pr=500 size.prtotal=unlimited
overlay memberof
memberof-group-oc groupOfNames
memberof-member-ad member
memberof-memberof-ad memberOf
C
person() { # uid, cn, password or nothing
  printf 'dn: uid=%s,ou=people,%s\nobjectClass: inetOrgPerson\nuid: %s\ncn: %s\nsn: Test\ndisplayName: %s\n' "$1" "$base" "$4" "$2" "$2"
  printf 'mail: %s@acme.test\ntelephoneNumber: +49 30 1\n%s\n' "${1%%\\*}" "${3:+userPassword: $3
}"
}
group() { # name, member DNs
  printf 'dn: cn=%s,ou=groups,%s\nobjectClass: groupOfNames\ncn: %s\n' "$1" "$base" "$1"; shift
  printf 'member: %s\n' "$@"; echo
}
user() { echo "uid=$1,ou=people,$base"; }
ldif() {
  printf 'dn: %s\nobjectClass: dcObject\nobjectClass: organization\no: Acme\ndc: acme\n\n' "$base"
  for unit in people groups services; do printf 'dn: ou=%s,%s\nobjectClass: organizationalUnit\nou: %s\n\n' $unit "$base" $unit; done
  for account in reader blind; do
    printf 'dn: cn=%s,ou=services,%s\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: %s\nuserPassword: %s-pw\n\n' \
      $account "$base" $account $account
  done
  for i in $(seq -w 1 20); do person "user0$i" "Test User $i" "pw-user0$i" "user0$i"; done
  person 'odd\2A\28\29' 'Odd Person' 'pw-odd' 'odd*()\'
  person nopassword 'No Password' '' nopassword
  group all $(for i in $(seq -w 1 20); do user "user0$i"; done)
  group phones $(for i in $(seq -w 1 10); do user "user0$i"; done)
  group admins "$(user user001)" "$(user user002)"
  group nested "cn=admins,ou=groups,$base"
  group outer "cn=nested,ou=groups,$base"
  group ring1 "$(user user003)"
  group ring2 "cn=ring1,ou=groups,$base"
  for i in $(seq -w 1 450); do group "team$i" "$(user user020)"; done
  printf 'dn: cn=ring1,ou=groups,%s\nchangetype: modify\nadd: member\nmember: cn=ring2,ou=groups,%s\n\n' "$base" "$base"
}
ldif >people.ldif
start slapd -f slapd.conf -h "ldap://$PEER_HOST:$PEER_PORT/ ldaps://$PEER_HOST:$PEER_PORT2/" -d 0
until_answers port_answers "$PEER_PORT2"
# Online: the overlay that keeps memberOf does not see an offline load.
LDAPNOINIT=1 ldapmodify -a -x -H "ldap://$PEER_HOST:$PEER_PORT" -D "cn=admin,$base" -w admin-pw -f people.ldif >>log 2>&1 || fail "The entries could not be loaded."
hold
