//! Who acts, and the one function that permits an act. Nothing can be written without the
//! [`Permit`] that it alone makes.

use crate::act::Act;
use crate::error::EditorialError;
use crate::roles::{Object, Role};

/// Who acts: a person, by the name that the records keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The name that the records keep.
    pub name: String,
    /// What the actor is here for.
    pub role: Role,
}

/// The longest name of an actor, in characters.
const NAME_MAX: usize = 200;

/// The permission for one act; only [`permit`] makes one.
#[derive(Debug)]
pub struct Permit {
    act: Act,
    actor: String,
}

impl Actor {
    /// Somebody in a role.
    pub fn new(name: impl Into<String>, role: Role) -> Actor {
        Actor {
            name: name.into(),
            role,
        }
    }

    /// An operator.
    pub fn operator(name: impl Into<String>) -> Actor {
        Actor::new(name, Role::Operator)
    }
}

impl Permit {
    /// What is permitted.
    pub fn act(&self) -> Act {
        self.act
    }

    /// To whom.
    pub fn actor(&self) -> &str {
        &self.actor
    }
}

/// Permits an actor to do something to something.
///
/// # Errors
/// [`EditorialError::NotPermitted`] if the role may not do it, or if nobody would answer for it: every act has a name
/// in its record.
pub fn permit(actor: &Actor, act: Act, object: &Object<'_>) -> Result<Permit, EditorialError> {
    let name = actor.name.trim();
    let length = name.chars().count();
    let reason = if length == 0 {
        "the actor has no name, and the record must say who acted"
    } else if length > NAME_MAX || name.chars().any(char::is_control) {
        "the actor's name is too long or holds control characters"
    } else if !actor.role.may(act, object) {
        "it is beyond the role"
    } else {
        return Ok(Permit {
            act,
            actor: name.to_owned(),
        });
    };
    Err(EditorialError::NotPermitted {
        actor: name.chars().take(NAME_MAX).collect(),
        act,
        reason,
    })
}
